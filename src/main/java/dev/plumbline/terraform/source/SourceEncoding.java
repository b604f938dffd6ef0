package dev.plumbline.terraform.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file stand for text. Terraform reads UTF-8, with or without a byte order mark, and refuses UTF-16
 * ("Invalid character encoding").
 */
public enum SourceEncoding {
    UTF_8("", StandardCharsets.UTF_8),
    UTF_8_BOM("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8),
    UTF_16LE_BOM("\u00FF\u00FE", StandardCharsets.UTF_16LE),
    UTF_16BE_BOM("\u00FE\u00FF", StandardCharsets.UTF_16BE),
    UTF_16LE("", StandardCharsets.UTF_16LE),
    UTF_16BE("", StandardCharsets.UTF_16BE);

    /** A byte that is not UTF-8 is kept as the lone surrogate U+DC00 + byte, so that encoding gives it back. */
    private static final int ESCAPE = 0xDC00;

    /** The byte order mark, a character for each byte. */
    private final String mark;

    private final Charset charset;

    SourceEncoding(String mark, Charset charset) {
        this.mark = mark;
        this.charset = charset;
    }

    /** Whether Terraform can read it. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    static SourceEncoding of(byte[] bytes) {
        for (SourceEncoding candidate : new SourceEncoding[] {UTF_8_BOM, UTF_16LE_BOM, UTF_16BE_BOM}) {
            if (startsWith(bytes, candidate.mark)) {
                return candidate;
            }
        }
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, 512);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (bytes.length % 2 == 0 && odd * 3 > looked && even == 0) {
            return UTF_16LE;
        }
        return bytes.length % 2 == 0 && even * 3 > looked && odd == 0 ? UTF_16BE : UTF_8;
    }

    private static boolean startsWith(byte[] bytes, String mark) {
        if (bytes.length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((bytes[i] & 0xFF) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes, mark.length(), bytes.length - mark.length());
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException e) {
            // Not clean: keep every byte, readable or not.
            return isUtf8()
                    ? decodeKeeping(bytes, mark.length())
                    : new String(bytes, mark.length(), in.limit() - mark.length(), charset);
        }
    }

    private static String decodeKeeping(byte[] bytes, int from) {
        StringBuilder text = new StringBuilder(bytes.length);
        CharBuffer one = CharBuffer.allocate(2);
        int i = from;
        while (i < bytes.length) {
            int length = sequenceLength(bytes[i]);
            one.clear();
            boolean good = length > 0
                    && i + length <= bytes.length
                    && !StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, i, length), one, true)
                            .isError();
            if (good) {
                text.append(one.flip());
                i += length;
            } else {
                text.append((char) (ESCAPE + (bytes[i] & 0xFF)));
                i++;
            }
        }
        return text.toString();
    }

    private static int sequenceLength(byte lead) {
        int b = lead & 0xFF;
        if (b < 0x80) {
            return 1;
        }
        if (b < 0xC2) {
            return 0;
        }
        if (b < 0xE0) {
            return 2;
        }
        if (b < 0xF0) {
            return 3;
        }
        return b < 0xF5 ? 4 : 0;
    }

    public byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + mark.length());
        out.writeBytes(mark.getBytes(StandardCharsets.ISO_8859_1));
        if (!isUtf8()) {
            out.writeBytes(text.getBytes(charset));
            return out.toByteArray();
        }
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (isEscapedByte(c)) {
                out.writeBytes(text.substring(plain, i).getBytes(charset));
                out.write(c - ESCAPE);
                plain = i + 1;
            }
        }
        out.writeBytes(text.substring(plain).getBytes(charset));
        return out.toByteArray();
    }

    /** Whether the character stands for a byte that is not UTF-8. */
    static boolean isEscapedByte(int c) {
        return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF;
    }
}
