/**
 * {@code lab author mutate}: changes of the solution that a lab has to reject, and rewritings of it that it has to accept.
 * {@link dev.plumbline.authoring.mutation.Rewriting}s come from pure functions over the solution's source ({@code
 * …Mutations}, {@code …Equivalents}); {@link dev.plumbline.authoring.mutation.MutationRun} tries them on stands; {@link
 * dev.plumbline.authoring.mutation.MutationReport} tells what was killed, what survived and what was wrongly failed.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.authoring.mutation;
