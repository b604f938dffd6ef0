/**
 * Terraform source as learners write it, half-typed files included.
 *
 * <p>Text to model: {@link dev.plumbline.terraform.source.SourceText} (decoding, positions) is read by
 * {@link dev.plumbline.terraform.source.SourceFile} (blocks, arguments, expressions, troubles with their repairs); the
 * files of a folder make a {@link dev.plumbline.terraform.source.Configuration}, whose values an
 * {@link dev.plumbline.terraform.source.Evaluator} finds as far as the source alone can say. Nothing here runs
 * Terraform, which alone decides whether a file is valid.
 */
@NullMarked
package dev.plumbline.terraform.source;

import org.jspecify.annotations.NullMarked;
