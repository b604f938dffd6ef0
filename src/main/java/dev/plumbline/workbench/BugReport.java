package dev.plumbline.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said of a bug of ours: one sentence, and a file with the stack trace for who mends it. */
public final class BugReport {
    private BugReport() {}

    /** Keeps the trace in a file and says where. */
    public static String of(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        String what = bug.getClass().getSimpleName() + (bug.getMessage() == null ? "" : ": " + bug.getMessage());
        String said = "This is a bug in Plumbline, not in your work (" + what.replaceAll("[\\p{Cntrl}]+", " ") + "). ";
        try {
            Path file = Files.createTempFile("plumbline-bug-", ".txt");
            Files.writeString(file, trace.toString());
            return said + "Please report it with what you ran and the file " + file + ".";
        } catch (IOException noRoom) {
            return said + "Please report it with what you ran.";
        }
    }
}
