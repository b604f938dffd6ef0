package dev.plumbline.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A copy of a store's file beside it, which nobody else sees and which goes when it has been read. */
final class StoreCopy {
    private StoreCopy() {}

    static InputStream of(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        FileChannel copy = FileChannel.open(
                beside,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try (FileChannel original = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = original.size();
            long done = 0;
            while (done < size) {
                long more = original.transferTo(done, size - done, copy);
                if (more <= 0) {
                    throw new IOException("it became shorter while it was copied");
                }
                done += more;
            }
            return Channels.newInputStream(copy.position(0));
        } catch (IOException | RuntimeException failed) {
            copy.close();
            throw failed;
        }
    }
}
