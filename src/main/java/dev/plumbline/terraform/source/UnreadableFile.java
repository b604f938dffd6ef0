package dev.plumbline.terraform.source;

/** A file that Terraform would load and that cannot be read; {@code reason} is a few words for the learner. */
public record UnreadableFile(String file, String reason) {}
