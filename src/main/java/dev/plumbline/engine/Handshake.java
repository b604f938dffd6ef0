package dev.plumbline.engine;

import java.nio.file.Path;

/**
 * The line with which a provider says where it listens: {@code 1|5|unix|/tmp/plugin123|grpc|}, go-plugin's core protocol
 * version, the plugin protocol's, network, address, kind, and a certificate, which must be empty.
 *
 * @param protocol 5 or 6
 * @param socket the unix socket
 */
record Handshake(int protocol, Path socket) {
    static Handshake parse(String line) throws EngineUnavailable {
        String[] parts = line.strip().split("\\|", -1);
        if (parts.length < 5 || !parts[0].equals("1")) {
            throw unknown("its first line is not go-plugin's: " + excerpt(line));
        }
        if (!parts[1].equals("5") && !parts[1].equals("6")) {
            throw unknown("it speaks plugin protocol " + excerpt(parts[1]) + "; 5 and 6 are known");
        }
        if (!parts[2].equals("unix") || parts[3].isEmpty()) {
            throw unknown("it listens on " + excerpt(parts[2] + " " + parts[3]) + ", not on a unix socket");
        }
        if (!parts[4].equals("grpc")) {
            throw unknown("it speaks " + excerpt(parts[4]) + ", not gRPC");
        }
        if (parts.length > 5 && !parts[5].isEmpty()) {
            throw unknown("it wants an encrypted connection");
        }
        return new Handshake(Integer.parseInt(parts[1]), Path.of(parts[3]));
    }

    private static EngineUnavailable unknown(String why) {
        return new EngineUnavailable(
                EngineUnavailable.Reason.UNKNOWN_PROTOCOL, "The provider cannot be kept warm: " + why + ".");
    }

    private static String excerpt(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
