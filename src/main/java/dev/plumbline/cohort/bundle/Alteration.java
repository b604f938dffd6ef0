package dev.plumbline.cohort.bundle;

/**
 * Something in a bundle that is not as it was when the bundle was written.
 *
 * @param part the file inside the bundle, such as {@code work/main.tf}
 * @param says what is wrong with it, as a sentence
 */
public record Alteration(String part, String says) {}
