/**
 * {@code lab author lint}: what can be told of a lab without carrying anything out. Each {@link
 * dev.plumbline.authoring.lint.LintRule} looks at one thing; {@link dev.plumbline.authoring.lint.LabLint} runs them all.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.authoring.lint;
