/**
 * One submission judged from its source: {@link dev.plumbline.cohort.exam.Booth} is a private folder with an AWS of its own,
 * {@link dev.plumbline.cohort.exam.Exam} vets, applies and judges in it, {@link dev.plumbline.cohort.exam.ExamHall} holds what
 * all exams share. The judging is the grader's that judges learners.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.exam;
