package dev.plumbline.authoring.mutation;

/**
 * One change of the solution's code file.
 *
 * @param id what was done to what, the same in every run: {@code literal/provider.aws.region="us-west-2"}
 * @param touches the attribute it changes, as a lab's checks name it ({@code stream_mode_details.stream_mode}), {@code
 *     region} for the provider's; empty where it concerns none in particular
 * @param text the whole file afterwards
 */
record Rewriting(String id, String touches, String text) {}
