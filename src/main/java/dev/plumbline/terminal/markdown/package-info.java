/**
 * Markdown as styled lines for a terminal: {@link dev.plumbline.terminal.markdown.Markdown} takes a text apart,
 * {@code BlockView} and {@code InlineView} write its blocks and words, {@code TableView} fits tables into the width.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.terminal.markdown;
