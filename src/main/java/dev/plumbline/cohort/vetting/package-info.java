/**
 * Looks through what was handed in before Terraform sees it, for everything that would act outside of the grader's private
 * folder and its own AWS. {@link dev.plumbline.cohort.vetting.Vetting} puts the rules together; each rule is one class. What
 * this cannot contain, and what to do about that, is in docs/adr/0009-containment.md.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.vetting;
