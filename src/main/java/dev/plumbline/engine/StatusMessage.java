package dev.plumbline.engine;

import dev.plumbline.engine.link.WordReader;
import dev.plumbline.engine.link.WordWriter;
import dev.plumbline.engine.link.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An {@link EngineStatus} as a message. */
final class StatusMessage {
    private StatusMessage() {}

    static Words of(EngineStatus status) {
        WordWriter out = new WordWriter("status")
                .number(status.pid())
                .text(status.build())
                .number(status.idleSeconds())
                .number(status.endsInSeconds())
                .number(status.clients())
                .number(status.providers().size());
        for (EngineStatus.Provider provider : status.providers()) {
            out.number(provider.pid())
                    .text(provider.version())
                    .number(provider.busy() ? 1 : 0)
                    .number(provider.residentBytes())
                    .number(provider.runs());
        }
        return out.words();
    }

    static EngineStatus read(WordReader in) throws IOException {
        long pid = in.number();
        String build = in.text();
        long idle = in.number();
        long ends = in.number();
        int clients = (int) in.number();
        long count = in.number();
        List<EngineStatus.Provider> providers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            providers.add(new EngineStatus.Provider(
                    in.number(), in.text(), in.number() == 1, in.number(), (int) in.number()));
        }
        return new EngineStatus(pid, build, idle, ends, clients, providers);
    }
}
