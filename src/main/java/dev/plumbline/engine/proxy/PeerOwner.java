package dev.plumbline.engine.proxy;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whose the other end of a connection over 127.0.0.1 is. A port is open to every user of the machine, and Terraform
 * attaches in the clear (its reattach configuration has no place for a certificate), so the kernel is asked: {@code
 * /proc/net/tcp} tells the owner of each socket, see proc_net_tcp in the kernel's documentation. Where there is no such
 * table nobody is let in.
 */
final class PeerOwner {
    private static final Path TABLE = Path.of("/proc/net/tcp");

    /** A closed socket that lingers is listed as root's, whoever it belonged to. */
    private static final String ESTABLISHED = "01";

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int OWNER = 7;

    private PeerOwner() {}

    /** Whether this machine can tell. */
    static boolean isKnown() {
        return Files.isReadable(TABLE);
    }

    /**
     * Whether the other end is this user's.
     *
     * @param here our end
     * @param there the other end
     */
    static boolean isThisUser(InetSocketAddress here, InetSocketAddress there) {
        try {
            return isOwnedBy(new UnixSystem().getUid(), here, there, Files.readAllLines(TABLE));
        } catch (IOException noTable) {
            return false;
        }
    }

    static boolean isOwnedBy(long user, InetSocketAddress here, InetSocketAddress there, List<String> table) {
        if (!(here.getAddress() instanceof Inet4Address) || !(there.getAddress() instanceof Inet4Address)) {
            return false;
        }
        String theirs = inTable(there);
        String ours = inTable(here);
        for (String line : table) {
            String[] fields = line.strip().split("\\s+");
            // The other end's own socket: its local address is theirs, its remote one ours.
            if (fields.length > OWNER && fields[LOCAL].equals(theirs) && fields[REMOTE].equals(ours)) {
                return fields[STATE].equals(ESTABLISHED) && fields[OWNER].equals(Long.toString(user));
            }
        }
        return false;
    }

    /** The table shows an address as a number in the machine's own byte order. */
    private static String inTable(InetSocketAddress address) {
        int number = ByteBuffer.wrap(address.getAddress().getAddress())
                .order(ByteOrder.nativeOrder())
                .getInt();
        return String.format("%08X:%04X", number, address.getPort());
    }
}
