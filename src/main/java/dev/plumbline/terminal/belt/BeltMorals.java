package dev.plumbline.terminal.belt;

import dev.plumbline.text.Phrases;

/** What a load on the belt teaches: what the shards could not take, and what the stream's mode does about it. Pure. */
final class BeltMorals {
    private final Phrases phrases;
    private final String more;

    /** Sentences of those phrases; {@code more} says where to read on, or is empty. */
    BeltMorals(Phrases phrases, String more) {
        this.phrases = phrases;
        this.more = more;
    }

    private String mode(BeltPicture now) {
        return now.mode().equals("ON_DEMAND") ? "on-demand" : "provisioned";
    }

    private String withMore(String moral) {
        return more.isEmpty() ? moral : moral + " " + more;
    }

    /** After a burst with one key. */
    String burst(BeltPicture now, int sent, long refused, double seconds) {
        if (refused > 0) {
            return phrases.say("belt.burst-refused", "seconds", shown(seconds)) + " "
                    + withMore(phrases.say("belt.burst-" + mode(now)));
        }
        return phrases.say("belt.burst-accepted") + " " + pace(1, sent, seconds);
    }

    /** After as many records with many keys. */
    String spread(BeltPicture now, int sent, long refused, double seconds) {
        int shards = now.open().size();
        if (refused > 0) {
            return phrases.say("belt.spread-refused", "shards", shards, "seconds", shown(seconds)) + " "
                    + withMore(phrases.say("belt.spread-" + mode(now)));
        }
        return phrases.say("belt.spread-accepted", "shards", shards) + " " + pace(shards, sent, seconds);
    }

    /** Why a load was taken whole: it came slowly enough, or else this AWS has no limits. */
    private String pace(int shards, int sent, double seconds) {
        double room = Flood.A_SHARD_TAKES * shards * (1 + seconds);
        return phrases.say(
                sent <= room ? "belt.within-limits" : "belt.no-limits",
                "seconds",
                shown(seconds),
                "room",
                Flood.A_SHARD_TAKES * shards);
    }

    /** After a flood. */
    String flood(BeltPicture now, Flood.Outcome outcome) {
        String sum = phrases.say(
                "belt.flood-sum",
                "seconds",
                rounded(outcome.seconds()),
                "sent",
                outcome.sent(),
                "refused",
                outcome.refused());
        int room = outcome.shards() * Flood.A_SHARD_TAKES;
        if (outcome.shards() > outcome.shardsBefore()) {
            return sum + " "
                    + withMore(
                            phrases.say("belt.flood-grown", "before", outcome.shardsBefore(), "now", outcome.shards()));
        }
        if (outcome.refused() > 0) {
            return sum + " "
                    + withMore(phrases.say("belt.flood-" + mode(now), "shards", outcome.shards(), "room", room));
        }
        return sum + " "
                + phrases.say(
                        "belt.flood-" + accepted(outcome, room),
                        "shards",
                        outcome.shards(),
                        "room",
                        room,
                        "rate",
                        Math.round(outcome.rate()));
    }

    /** Why nothing was refused; by what was really sent in a second, not by what was meant to be. */
    private static String accepted(Flood.Outcome outcome, int room) {
        if (outcome.rate() <= room) {
            return "too-slow";
        }
        return outcome.sent() <= room * (1 + outcome.seconds()) ? "accepted" : "no-limits";
    }

    private static String rounded(double seconds) {
        return shown(seconds).replace(".0", "");
    }

    private static String shown(double seconds) {
        return String.format(java.util.Locale.ROOT, "%.1f", Math.max(0.1, seconds));
    }
}
