package dev.plumbline.engine;

/** What a client and the daemon say to each other, besides {@link LeaseRequest} and {@link StatusMessage}. */
final class Verbs {
    /** Client: I am here; hanging up without {@link #BYE} means that I was killed. */
    static final String ATTEND = "attend";

    /** Client: I leave; then, for how many milliseconds the processes should stay warm. */
    static final String BYE = "bye";

    /** Daemon: the lease is granted; then the reattach value and the version. */
    static final String GRANTED = "granted";

    /** Daemon: it is not; then an {@link EngineUnavailable.Reason} and its sentence. */
    static final String REFUSED = "refused";

    /** Client: did the lease's provider die? */
    static final String DIED = "died";

    /** Client: the lease is over. */
    static final String END = "end";

    /** Client: are you there? */
    static final String THERE = "there";

    /** Client: how are you? */
    static final String STATUS = "status";

    /** Client: end if nobody uses you. */
    static final String STOP = "stop";

    static final String OK = "ok";
    static final String YES = "yes";
    static final String NO = "no";

    private Verbs() {}
}
