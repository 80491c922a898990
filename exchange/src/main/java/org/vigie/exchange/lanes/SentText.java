package org.vigie.exchange.lanes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Text of a machine that may not say in which letters it writes. It is UTF-8 where it can be, else
/// the letters of Western Europe: a gateway that is refused for an accent would lose the warning.
public final class SentText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private SentText() {}

    /// Never fails; a byte that is no letter becomes a mark.
    public static String of(byte[] bytes) {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // Some programs begin with a mark of the order of bytes, which is no letter.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WESTERN);
        }
    }

    /// The fields of a form or of an address, `a=1&b=2`: a percent sign that stands for no byte is
    /// one, and of a name that comes twice the first counts.
    public static Map<String, String> fields(String encoded) {
        var fields = new TreeMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                fields.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char letter = encoded.charAt(i);
            int high = letter == '%' && i + 2 < encoded.length() ? digit(encoded, i + 1) : -1;
            int low = high < 0 ? -1 : digit(encoded, i + 2);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else if (letter == '+') {
                bytes.write(' ');
            } else {
                // Of a body that was read byte by byte each letter is one.
                bytes.writeBytes(
                        letter <= 0xff
                                ? new byte[] {(byte) letter}
                                : String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
            }
        }
        return of(bytes.toByteArray());
    }

    private static int digit(String text, int at) {
        char letter = text.charAt(at);
        return letter < 0x80 ? Character.digit(letter, 16) : -1;
    }
}
