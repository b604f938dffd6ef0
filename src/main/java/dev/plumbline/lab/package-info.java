/**
 * A lab as its author wrote it: data, nothing else. {@link dev.plumbline.lab.Lab} is the whole, {@link
 * dev.plumbline.lab.Requirement} one checked line of the task, {@link dev.plumbline.lab.Check} how it is judged. Nothing
 * here knows a cloud service, starts a process or looks at a learner's folder; texts carry Mustache variables that {@link
 * dev.plumbline.lab.Parameters} fills.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.lab;
