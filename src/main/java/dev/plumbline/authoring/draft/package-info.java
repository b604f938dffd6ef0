/**
 * {@code lab author new}: {@link dev.plumbline.authoring.draft.Blueprint} is what the author wants, {@link
 * dev.plumbline.authoring.draft.NewLab} writes a lab that lints and tests green, to be changed from there.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.authoring.draft;
