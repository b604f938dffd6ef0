package dev.plumbline.sandbox.http;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Scope;

/** One AWS service behind the gateway. */
interface Service {
    /** What the call asks for, for the record and for faults; empty where it cannot be told. */
    Target target(Request request);

    /** Answers it; mistakes come as AwsException and are put into form by {@link #error}. */
    Answer answer(Request request, Target target, Scope scope, String account, String requestId);

    /** An error in the form this caller understands. */
    Answer error(Request request, AwsException error, String requestId);

    /** An operation and its input in a line. */
    record Target(String operation, String parameters) {
        static final Target UNKNOWN = new Target("", "");
    }
}
