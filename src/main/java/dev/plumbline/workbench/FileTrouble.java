package dev.plumbline.workbench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be used, in a few words: the JDK's messages are often the path alone. */
public final class FileTrouble {
    private FileTrouble() {}

    /** As part of a sentence, without a full stop. */
    public static String reason(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "you may not do that there";
        }
        if (trouble instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (trouble instanceof NotDirectoryException || trouble instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (trouble instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = trouble.getMessage();
        return message == null ? trouble.getClass().getSimpleName() : message;
    }
}
