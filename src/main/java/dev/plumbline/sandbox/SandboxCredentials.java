package dev.plumbline.sandbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Credentials of the embedded AWS, and which account an access key belongs to. The secret is not looked at.
 *
 * @param accessKey the access key id
 * @param secretKey the secret; any
 */
public record SandboxCredentials(String accessKey, String secretKey) {
    /** What a lab uses unless told otherwise: account 123456789012. */
    public static final SandboxCredentials DEFAULT = new SandboxCredentials("test", "test");

    private static final String DEFAULT_ACCOUNT = "123456789012";
    private static final BigInteger ACCOUNTS = BigInteger.TEN.pow(12);

    /** Credentials of a given 12-digit account. */
    public static SandboxCredentials of(String account) {
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException("an AWS account has 12 digits, not " + account);
        }
        return new SandboxCredentials(account.equals(DEFAULT_ACCOUNT) ? "test" : account, "test");
    }

    /** The account these credentials belong to. */
    public String account() {
        return account(accessKey);
    }

    /**
     * The account an access key belongs to: {@code test} is the default one, twelve digits are themselves, and any other
     * key has one of its own, always the same.
     */
    public static String account(String accessKey) {
        if (accessKey.equals(DEFAULT.accessKey)) {
            return DEFAULT_ACCOUNT;
        }
        if (accessKey.matches("\\d{12}")) {
            return accessKey;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessKey.getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%012d", new BigInteger(1, hash).mod(ACCOUNTS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
