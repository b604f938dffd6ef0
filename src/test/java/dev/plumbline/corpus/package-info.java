/**
 * Replays a corpus of learners' work against the command line, as a black box: {@code CorpusReader} reads the cases,
 * {@code Preparation} brings a workspace to where the learner left it with the real Terraform (and keeps it), {@code
 * LabCommand} runs the grader on a copy, {@code Judgement} compares its report with what the case says, {@code FixProof}
 * applies the offered fix and grades again, {@code ReplayTable} prints the result. {@code CorpusReplay} is the command.
 */
@NullMarked
package dev.plumbline.corpus;

import org.jspecify.annotations.NullMarked;
