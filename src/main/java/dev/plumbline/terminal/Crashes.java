package dev.plumbline.terminal;

/** Bugs one after the other, with no line of the learner's in between: after so many it is better to end. */
final class Crashes {
    private static final int MOST = 3;

    private int inARow;

    /**
     * One more.
     *
     * @throws IllegalStateException if there were too many
     */
    void count(Throwable bug) {
        if (++inARow > MOST) {
            throw new IllegalStateException("One bug after the other, the last of them: " + bug, bug);
        }
    }

    /** The learner has typed something: what follows is not because of what was. */
    void forget() {
        inARow = 0;
    }
}
