/** Tests of the tolerant reader: what it reads, where, what it says of damage, and what the code then means. */
@NullMarked
package dev.plumbline.terraform.source;

import org.jspecify.annotations.NullMarked;
