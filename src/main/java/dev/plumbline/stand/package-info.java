/**
 * Where the author's tools try answers: {@link dev.plumbline.stand.Stand} is one folder with one AWS of its own,
 * used for one answer after another; {@link dev.plumbline.stand.Stands} lends several of them at once; {@link
 * dev.plumbline.stand.Bases} brings one to where a lab begins or to the solution applied; {@link
 * dev.plumbline.stand.Fulfilment} carries a plan out. Everything is judged by the grader that judges learners.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.stand;
