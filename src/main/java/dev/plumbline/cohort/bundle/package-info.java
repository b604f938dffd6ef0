/**
 * The file in which a learner hands work in: a plain zip with a {@link dev.plumbline.cohort.bundle.Manifest}, the code, the
 * state, the report and the evidence that it rests on. {@link dev.plumbline.cohort.bundle.BundleReader} opens one as what it
 * is, a stranger's file; {@link dev.plumbline.cohort.bundle.BundleWriter} writes one.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.bundle;
