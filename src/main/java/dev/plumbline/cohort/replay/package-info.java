/**
 * Judging a bundle again from its recorded evidence: {@link dev.plumbline.cohort.replay.Replay}. The claim of the bundle, the
 * layers of its evidence and the judgement of this program are held against each other; what does not fit is named. A
 * bundle that fits in itself may still be forged from end to end: only doing the work anew proves it.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.replay;
