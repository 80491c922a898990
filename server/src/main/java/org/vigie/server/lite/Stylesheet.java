package org.vigie.server.lite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.exchange.brief.BriefDocument;

/// The one style sheet of all pages. Its address holds the hash of what is in it, so that a browser
/// loads it once and never asks again.
@Controller
class Stylesheet {

    private static final String TEXT = load();

    /// Where the pages find it.
    static final String PATH = "/lite/style-" + hash(TEXT) + ".css";

    @GetMapping("/lite/style-{hash}.css")
    ResponseEntity<byte[]> style() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private static String load() {
        try (var stream = Stylesheet.class.getResourceAsStream("/lite/lite.css")) {
            if (stream == null) {
                throw new IllegalStateException("the style sheet is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    + BriefDocument.style()
                    + "@media print{body:has(.brief)>:not(main),main:has(.brief)>:not(.brief)"
                    + "{display:none}}\n";
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet cannot be read", e);
        }
    }

    private static String hash(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
