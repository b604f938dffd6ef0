package dev.plumbline.cloud;

/** What came of asking the cloud for one resource. */
public sealed interface LiveAnswer {
    /** It is there. */
    record Found(LiveResource resource) implements LiveAnswer {}

    /** The account says that there is none. */
    record Absent() implements LiveAnswer {}

    /** There was no usable answer. */
    record Unknown(Cause cause, String message) implements LiveAnswer {}

    /** Why there was no answer. */
    enum Cause {
        /** Nothing listens there, or it does not answer in time. */
        UNREACHABLE,
        /** Something answers, and it is not AWS. */
        NOT_AWS,
        /** The credentials are not accepted. */
        CREDENTIALS,
        /** The credentials may not make this call. */
        DENIED,
        /** The service failed or throttled. */
        SERVICE,
        /** No client for this kind of resource is built in. */
        UNSUPPORTED
    }
}
