/**
 * The learner's folder. {@link dev.plumbline.workspace.WorkspaceSnapshot} reads it once, whole, without following what
 * could hang or harm (pipes, devices, gigabytes); the only thing ever written there is {@code .plumbline/}.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workspace;
