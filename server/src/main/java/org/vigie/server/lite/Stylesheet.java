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

/// The style sheet of all pages, and that of the brief, which only its page loads. Their addresses
/// hold the hash of what is in them, so that a browser loads each once and never asks again.
@Controller
class Stylesheet {

    private static final String TEXT = load();

    /// On paper nothing of the page is left but the brief.
    private static final String BRIEF_TEXT =
            BriefDocument.style()
                    + "@media print{body:has(.brief)>:not(main),main:has(.brief)>:not(.brief)"
                    + "{display:none}}\n";

    /// Where the pages find it.
    static final String PATH = "/lite/style-" + hash(TEXT) + ".css";

    /// Where the page of a brief finds what it needs beside.
    static final String BRIEF_PATH = "/lite/brief-" + hash(BRIEF_TEXT) + ".css";

    @GetMapping("/lite/style-{hash}.css")
    ResponseEntity<byte[]> style() {
        return answer(TEXT);
    }

    @GetMapping("/lite/brief-{hash}.css")
    ResponseEntity<byte[]> brief() {
        return answer(BRIEF_TEXT);
    }

    private static ResponseEntity<byte[]> answer(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String load() {
        try (var stream = Stylesheet.class.getResourceAsStream("/lite/lite.css")) {
            if (stream == null) {
                throw new IllegalStateException("the style sheet is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
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
