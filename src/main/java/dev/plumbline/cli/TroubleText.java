package dev.plumbline.cli;

import dev.plumbline.lab.LabFileException;
import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.workbench.BugReport;
import dev.plumbline.workbench.FileTrouble;
import dev.plumbline.workbench.UserError;
import java.nio.file.FileSystemException;

/** What is said of trouble: known trouble is one message, anything else is a bug and says how to report it. */
final class TroubleText {
    private TroubleText() {}

    static String of(Exception trouble) {
        if (trouble instanceof UserError error) {
            return error.text();
        }
        if (trouble instanceof SandboxException noAnswer) {
            return noAnswer.text();
        }
        if (trouble instanceof LabFileException broken && broken.getMessage() != null) {
            return broken.getMessage();
        }
        if (trouble instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + " could not be used: " + FileTrouble.reason(file) + ".";
        }
        return BugReport.of(trouble);
    }
}
