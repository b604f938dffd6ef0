/**
 * The command line: parse, call, exit code. Each command is a thin class; what it does lives in the packages below. Exit
 * codes: 0 passed or done, 1 not passed, 2 wrong usage, 3 not gradable, 4 could not grade, 130 interrupted.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cli;
