/** Tests of schema trimming, on bytes made by hand. */
@NullMarked
package dev.plumbline.engine.schema;

import org.jspecify.annotations.NullMarked;
