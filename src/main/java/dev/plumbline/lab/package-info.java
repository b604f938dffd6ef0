/**
 * A lab as its author wrote it: data, nothing else. {@link dev.plumbline.lab.LabCatalogue} finds and loads labs, {@link
 * dev.plumbline.lab.Lab} is the whole, {@link dev.plumbline.lab.Requirement} one checked line of the task, {@link
 * dev.plumbline.lab.Check} how it is judged, {@link dev.plumbline.lab.LabText} its words filled in. Files are composed to
 * {@link dev.plumbline.lab.YamlNode}s that know their places; every error is a {@link dev.plumbline.lab.LabProblem}.
 * Nothing here knows a cloud service, starts a process or looks at a learner's folder.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.lab;
