/**
 * One lab on one folder with one AWS, put together: {@link dev.plumbline.workbench.Workbench} opens the backend, the warm
 * engine and the live clients once and judges the folder as often as it is asked. Everything a person runs (command line,
 * session, author's tools) works through it.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench;
