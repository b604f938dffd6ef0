package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.Input;
import java.time.Instant;

/** One call of an operation: whose, where, when and with what. */
record Call(Realm realm, Instant now, Input input) {}
