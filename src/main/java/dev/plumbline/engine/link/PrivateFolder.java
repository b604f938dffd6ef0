package dev.plumbline.engine.link;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** Folders on this machine that no other user can enter, short enough for the names of sockets. */
public final class PrivateFolder {
    /** macOS allows 104 bytes for a socket's name, Linux 108; what we and go-plugin put in a folder needs 24. */
    private static final int LONGEST = 78;

    private static final Set<PosixFilePermission> OURS_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /** This process's user. */
    public static String userName() {
        return new UnixSystem().getUsername();
    }

    /**
     * The folder for this user's sockets, which need not exist: in {@code XDG_RUNTIME_DIR} where there is one, else in
     * the machine's temporary folder. Never in the home folder, which several machines may share.
     */
    public static Path home(Map<String, String> environment) {
        UnixSystem user = new UnixSystem();
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty() && Files.isWritable(Path.of(runtime))) {
            return Path.of(runtime, "plumbline");
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        Path base = temporary.toString().length() <= 30 ? temporary : Path.of("/tmp");
        return base.resolve("plumbline-" + user.getUid());
    }

    /** Makes the folder if it is not there; refuses one that another user owns or may enter. */
    public static Path create(Path folder) throws IOException {
        if (folder.toString().length() > LONGEST) {
            throw new IOException("the folder's name is too long for sockets: " + folder);
        }
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OURS_ONLY));
        } catch (FileAlreadyExistsException there) {
            check(folder);
        }
        return folder;
    }

    /** Refuses a folder that another user owns or may enter. */
    public static void check(Path folder) throws IOException {
        Map<String, Object> facts =
                Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
        long owner = ((Number) facts.getOrDefault("uid", -1)).longValue();
        int mode = ((Number) facts.getOrDefault("mode", 0_777)).intValue();
        boolean directory = Boolean.TRUE.equals(facts.get("isDirectory"));
        if (!directory || owner != new UnixSystem().getUid() || (mode & 0_077) != 0) {
            throw new IOException("not a folder of this user alone: " + folder);
        }
    }
}
