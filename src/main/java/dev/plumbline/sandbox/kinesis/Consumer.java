package dev.plumbline.sandbox.kinesis;

import java.time.Instant;
import java.util.Map;

/** A registered consumer (enhanced fan-out). */
record Consumer(String name, Instant created, Phase phase, Map<String, String> tags) {
    String arn(Stream stream) {
        return stream.arn() + "/consumer/" + name + ":" + created.getEpochSecond();
    }

    Consumer withTags(Map<String, String> wished) {
        return new Consumer(name, created, phase, Map.copyOf(wished));
    }
}
