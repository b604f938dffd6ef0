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
        PrintWriter out = new PrintWriter(trace);
        bug.printStackTrace(out);
        if (bug.getStackTrace().length == 0) {
            // As of answers, which are made without a trace: who asked is all there is to go by.
            out.println("It has no trace of its own. It was reported from here:");
            new Throwable("the report").printStackTrace(out);
        }
        out.flush();
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
