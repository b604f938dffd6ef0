/**
 * The warm engine: provider processes kept running, to which Terraform attaches through a proxy that trims their
 * schema, so that a real plan takes a tenth of the time. {@link dev.plumbline.engine.WarmEngine} is the way in; a
 * {@link dev.plumbline.engine.Lease} is one run's exclusive use of a provider. {@code EngineDaemon} owns the provider
 * processes for every command of one user on one machine. Knows no lab and no other package of the program.
 */
@NullMarked
package dev.plumbline.engine;

import org.jspecify.annotations.NullMarked;
