/**
 * How commands of one user find and talk to each other on one machine: a {@link dev.plumbline.engine.link.PrivateFolder}
 * for sockets, and {@link dev.plumbline.engine.link.Line}s over them that carry lists of words. A line that closes says
 * that its other end is gone, however it went.
 */
@NullMarked
package dev.plumbline.engine.link;

import org.jspecify.annotations.NullMarked;
