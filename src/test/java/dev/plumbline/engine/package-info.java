/** Tests of the warm engine; those named *IT need terraform and the AWS provider. */
@NullMarked
package dev.plumbline.engine;

import org.jspecify.annotations.NullMarked;
