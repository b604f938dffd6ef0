package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.Scope;

/** An account in a region. Nothing of one realm is seen in another. */
record Realm(String account, String region) {
    String streamArn(String name) {
        return "arn:" + Scope.partition(region) + ":kinesis:" + region + ":" + account + ":stream/" + name;
    }
}
