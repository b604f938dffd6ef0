package dev.plumbline.engine.link;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message: a list of texts, each with its length before it. Small on purpose: both ends are the same build.
 *
 * @param list the texts, the first of which says what the message is
 */
public record Words(List<String> list) {
    private static final int MOST_WORDS = 100_000;
    private static final int LONGEST_WORD = 4 << 20;

    /** Copies the list. */
    public Words {
        list = List.copyOf(list);
    }

    /** A message of these texts. */
    public static Words of(String... words) {
        return new Words(List.of(words));
    }

    /** What the message is; empty for an empty one. */
    public String verb() {
        return list.isEmpty() ? "" : list.get(0);
    }

    /** A reader of what follows the verb. */
    public WordReader rest() {
        return new WordReader(list.subList(Math.min(1, list.size()), list.size()));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(list.size());
        for (String word : list) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /** The next message; empty where the other end has hung up between two. */
    static Optional<Words> read(DataInputStream in) throws IOException {
        int count;
        try {
            count = in.readInt();
        } catch (EOFException hungUp) {
            return Optional.empty();
        }
        check(count, MOST_WORDS);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            check(length, LONGEST_WORD);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("hung up within a message");
            }
            words.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return Optional.of(new Words(words));
    }

    private static void check(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("not a message of the engine");
        }
    }
}
