package dev.plumbline.terminal;

import java.util.function.Consumer;

/**
 * What is worth a line while the program works: stock Terraform runs instead of warm ones, for instance. It goes to whoever
 * has the screen at the moment, so that nobody writes over what another has drawn. Safe for many threads.
 */
public final class Notices implements Consumer<String> {
    private final Consumer<String> otherwise;
    private volatile Consumer<String> now;

    /**
     * Notices.
     *
     * @param otherwise where they go while no session is open
     */
    public Notices(Consumer<String> otherwise) {
        this.otherwise = otherwise;
        this.now = otherwise;
    }

    @Override
    public void accept(String notice) {
        now.accept(notice);
    }

    /** They go there from now on. */
    void turnTo(Consumer<String> session) {
        now = session;
    }

    /** The session is over. */
    void turnBack() {
        now = otherwise;
    }
}
