/**
 * How each kind of {@link dev.plumbline.lab.Check} is judged. {@link dev.plumbline.grading.judge.SubjectView} puts what the
 * file, the state and the cloud say of the lab's subject side by side; one small class per check reads it and answers with
 * an {@link dev.plumbline.grading.judge.Outcome}. Nothing here starts a process or knows a cloud service.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.grading.judge;
