package dev.plumbline.sandbox.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Puts what went wrong with the file into words a learner can act on. */
final class StoreTrouble {
    private StoreTrouble() {}

    static StoreException opening(Path file, Exception trouble) {
        if (trouble instanceof MVStoreException store) {
            if (store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return new StoreException(
                        "The embedded endpoint's store " + file
                                + " is open in another process. End that one, or use another folder.",
                        trouble);
            }
            if (store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                    || store.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT
                    || isCutOff(store)) {
                return new StoreException(
                        "The embedded endpoint's store " + file
                                + " is damaged and cannot be read. Move it away to start"
                                + " with an empty AWS; then `terraform apply` creates what is missing. `lab reset`"
                                + " does that too, and sets the whole lab back.",
                        trouble);
            }
        }
        return new StoreException(
                "The embedded endpoint cannot open its store " + file + " (" + reason(trouble)
                        + "). Make the folder writable and see that the disk is not full, or use another folder.",
                trouble);
    }

    /** A file whose blocks point beyond its end: cut off, or never a store. */
    private static boolean isCutOff(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    static StoreException using(@Nullable Path file, MVStoreException trouble) {
        return new StoreException(
                "The embedded endpoint could not write its store " + (file == null ? "in memory" : file) + " ("
                        + reason(trouble)
                        + "). Nothing of this call was kept. See that the disk is not full and the folder is writable,"
                        + " then try again.",
                trouble);
    }

    static StoreException copying(Path file, IOException trouble) {
        return new StoreException(
                "The embedded endpoint's store " + file + " could not be copied (" + reason(trouble)
                        + "). See that the disk has room for it once more and the folder is writable.",
                trouble);
    }

    private static String reason(Throwable trouble) {
        Throwable root = trouble;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message.replaceAll("\\s*\\[[\\d./]+\\]\\s*$", "");
    }
}
