package dev.plumbline.terminal;

/**
 * A place inside the session with commands of its own, such as the conveyor belt. While it is open, lines go to it and
 * its view stands below the prompt.
 */
interface Mode extends AutoCloseable {
    /** The words of the prompt. */
    String prompt();

    /** What stands below the prompt. */
    View view();

    /** The learner entered a line; answers whether the mode goes on. Then it posts one {@link Event.ModeAnswered}. */
    boolean line(String line);

    /** The learner pressed Ctrl-C: what takes long is given up. */
    void hurry();

    /** What is said when it has been left. */
    String farewell();

    @Override
    void close();
}
