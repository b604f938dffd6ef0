package dev.plumbline.cohort.intake;

/** What is taken in of one submission: far more than any honest one has. In bytes, where nothing else is said. */
final class Limits {
    /** Files that are kept. */
    static final int MOST_FILES = 1_000;

    /** Names that are looked at, those that are left out included. */
    static final int MOST_NAMES = 50_000;

    /** A larger file is left out. */
    static final int LARGEST_FILE = 4 << 20;

    /** All files that are kept, together. */
    static final long LARGEST_TOTAL = 32L << 20;

    /** An archive without random access is read through up to here: it may hold a provider of 700 MB that is left out. */
    static final long MOST_UNPACKED = 2L << 30;

    private Limits() {}
}
