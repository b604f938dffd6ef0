package dev.plumbline.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerOwnerTest {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0x1A2B);
    private static final InetSocketAddress THERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0xC0DE);

    @Test
    void theRowOfTheOtherEndDecides() {
        assertThat(owned(row("0100007F:C0DE", "0100007F:1A2B", "01", 1000))).isTrue();
        assertThat(owned(row("0100007F:C0DE", "0100007F:1A2B", "01", 1001)))
                .as("another user's")
                .isFalse();
        assertThat(owned(row("0100007F:1A2B", "0100007F:C0DE", "01", 1000)))
                .as("our own end says nothing")
                .isFalse();
        assertThat(owned(row("0100007F:C0DE", "0100007F:1A2C", "01", 1000)))
                .as("a connection to somebody else")
                .isFalse();
        assertThat(owned("  sl  local_address rem_address   st")).isFalse();
    }

    @Test
    void aSocketThatItsOwnerHasClosedIsNobodys() {
        for (String state : List.of("04", "05", "06", "08")) { // FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE_WAIT
            assertThat(PeerOwner.isOwnedBy(0, HERE, THERE, List.of(row("0100007F:C0DE", "0100007F:1A2B", state, 0))))
                    .isFalse();
        }
    }

    @Test
    void aConnectionOfThisProcessIsThisUsers() throws Exception {
        assumeTrue(PeerOwner.isKnown(), "this system does not tell whose a connection is");
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Terraform terraform = new Terraform((InetSocketAddress) listener.getLocalSocketAddress());
                Socket accepted = listener.accept()) {
            assertThat(PeerOwner.isThisUser((InetSocketAddress) accepted.getLocalSocketAddress(), (InetSocketAddress)
                            accepted.getRemoteSocketAddress()))
                    .isTrue();
            assertThat(PeerOwner.isThisUser((InetSocketAddress) accepted.getLocalSocketAddress(), THERE))
                    .isFalse();
            assertThat(terraform.channel().isConnected()).isTrue();
        }
    }

    /** Connects over IPv4 proper, as Go programs do; Java's usual sockets are IPv6's in the kernel's eyes. */
    private record Terraform(SocketChannel channel) implements AutoCloseable {
        Terraform(InetSocketAddress where) throws java.io.IOException {
            this(SocketChannel.open(java.net.StandardProtocolFamily.INET));
            channel.connect(where);
        }

        @Override
        public void close() throws java.io.IOException {
            channel.close();
        }
    }

    private static boolean owned(String row) {
        return PeerOwner.isOwnedBy(1000, HERE, THERE, List.of("  sl  local_address rem_address   st uid", row));
    }

    private static String row(String local, String remote, String state, int user) {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the rows are of a little-endian machine");
        return "   7: " + local + " " + remote + " " + state + " 00000000:00000000 00:00000000 00000000  " + user
                + "        0 123456 1 0000000000000000 20 4 30 10 -1";
    }
}
