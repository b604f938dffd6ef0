/** Tests of the lines between commands of one user. */
@NullMarked
package dev.plumbline.engine.link;

import org.jspecify.annotations.NullMarked;
