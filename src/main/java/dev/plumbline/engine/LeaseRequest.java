package dev.plumbline.engine;

import dev.plumbline.engine.link.WordReader;
import dev.plumbline.engine.link.WordWriter;
import dev.plumbline.engine.link.Words;
import dev.plumbline.engine.proxy.AttachBy;
import dev.plumbline.engine.schema.NeededTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a client asks the owner of the processes for, and its form as a message. */
record LeaseRequest(
        ProviderBinary binary, Map<String, String> environment, NeededTypes types, Duration timeout, AttachBy by) {
    static final String VERB = "lease";

    Words words() {
        WordWriter out = new WordWriter(VERB)
                .text(binary.source())
                .text(binary.version())
                .text(binary.program().toString())
                .map(environment)
                .number(timeout.toMillis())
                .text(by.name());
        if (types instanceof NeededTypes.Named named) {
            out.number(1)
                    .set(named.resources())
                    .set(named.dataSources())
                    .set(named.ephemerals())
                    .set(named.functions())
                    .set(named.mentions());
        } else {
            out.number(0);
        }
        return out.words();
    }

    static LeaseRequest read(WordReader in) throws IOException {
        ProviderBinary binary = new ProviderBinary(in.text(), in.text(), Path.of(in.text()));
        Map<String, String> environment = in.map();
        Duration timeout = Duration.ofMillis(in.number());
        AttachBy by = AttachBy.valueOf(in.text());
        NeededTypes types = in.number() == 0
                ? NeededTypes.everything()
                : new NeededTypes.Named(in.set(), in.set(), in.set(), in.set(), in.set());
        return new LeaseRequest(binary, environment, types, timeout, by);
    }
}
