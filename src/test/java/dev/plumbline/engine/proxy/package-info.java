/** Tests of the proxy, with a provider of our own behind it. */
@NullMarked
package dev.plumbline.engine.proxy;

import org.jspecify.annotations.NullMarked;
