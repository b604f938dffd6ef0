package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.Scope;
import org.jspecify.annotations.Nullable;

/** An account in a region. Nothing of one realm is seen in another. */
record Realm(String account, String region) {
    /** Written out: what a record generates is linked at its first use, which the first call would wait 20 ms for. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Realm realm && account.equals(realm.account) && region.equals(realm.region);
    }

    @Override
    public int hashCode() {
        return 31 * account.hashCode() + region.hashCode();
    }

    String streamArn(String name) {
        return "arn:" + Scope.partition(region) + ":kinesis:" + region + ":" + account + ":stream/" + name;
    }
}
