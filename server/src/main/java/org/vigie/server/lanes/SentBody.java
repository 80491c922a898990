package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.lanes.SentText;

/// What a machine sent, read up to a bound of bytes and of time: whoever sends without an end holds
/// nobody up.
final class SentBody {

    /// Largest message in bytes: no warning needs more.
    static final int BYTES_MAX = 64 << 10;

    /// Longest time in which a message comes in: a line of the countryside is slow, but a message
    /// is small.
    static final Duration TIME_MAX = Duration.ofSeconds(30);

    private final HttpServletRequest request;
    private byte @org.jspecify.annotations.Nullable [] read;

    SentBody(HttpServletRequest request) {
        this.request = request;
    }

    /// More than is taken.
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("a message of more than " + BYTES_MAX + " bytes");
        }
    }

    /// Slower than is waited for.
    static final class TooSlow extends IOException {

        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("a message that took more than " + TIME_MAX.toSeconds() + " seconds");
        }
    }

    /// All of it.
    ///
    /// @throws TooLarge after as many bytes as are taken
    /// @throws TooSlow when it comes in too slowly
    byte[] bytes() throws IOException {
        var known = read;
        if (known == null) {
            known = readAll();
            read = known;
        }
        return known.clone();
    }

    private byte[] readAll() throws IOException {
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw new TooLarge();
        }
        long end = System.nanoTime() + TIME_MAX.toNanos();
        var all = new ByteArrayOutputStream();
        var some = new byte[8_192];
        var stream = request.getInputStream();
        try {
            for (int n = stream.read(some); n >= 0; n = stream.read(some)) {
                all.write(some, 0, n);
                if (all.size() > BYTES_MAX) {
                    throw new TooLarge();
                }
                if (System.nanoTime() - end > 0) {
                    throw new TooSlow();
                }
            }
        } catch (SocketTimeoutException silent) {
            throw new TooSlow();
        }
        return all.toByteArray();
    }

    /// A field of the address, without touching the body.
    Optional<String> inAddress(String name) {
        return Optional.ofNullable(request.getQueryString())
                .flatMap(query -> Optional.ofNullable(SentText.fields(query).get(name)));
    }

    /// The fields of the form, and those of the address where the form has none of that name.
    Map<String, String> fields() throws IOException {
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        var fields = SentText.fields(query);
        if (is("application/x-www-form-urlencoded")) {
            fields.putAll(SentText.fields(new String(bytes(), StandardCharsets.ISO_8859_1)));
        }
        return fields;
    }

    boolean isForm() {
        return is("application/x-www-form-urlencoded");
    }

    /// Whether it is JSON: because its sender says so, or because it begins like an object and its
    /// sender says nothing of it, or nothing that tells.
    boolean isJson() throws IOException {
        return is("json") || (isOfNoSort() && beginsAsObject());
    }

    /// Whether it comes in parts, as a form with files does.
    boolean isInParts() {
        return is("multipart/");
    }

    private boolean isOfNoSort() {
        var type = request.getContentType();
        return type == null || type.isBlank() || is("text/plain") || is("octet-stream");
    }

    private boolean beginsAsObject() throws IOException {
        var text = new String(bytes(), StandardCharsets.UTF_8);
        var begun = text.startsWith("\ufeff") ? text.substring(1) : text;
        return begun.stripLeading().startsWith("{");
    }

    private boolean is(String word) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains(word);
    }
}
