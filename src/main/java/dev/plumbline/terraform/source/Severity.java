package dev.plumbline.terraform.source;

/** What a trouble in the source means to Terraform. */
public enum Severity {
    /** Terraform cannot parse the file. */
    BREAKS,
    /** The file parses, and Terraform's loader refuses what it says. */
    REFUSED,
    /** Terraform accepts it, or may; it is seldom what was meant. */
    SUSPECT,
    /** Larger or deeper than this reader goes; Terraform may well accept it. */
    LIMIT
}
