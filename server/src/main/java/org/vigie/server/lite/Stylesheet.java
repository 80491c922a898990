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

/// The style sheet of all pages, that of the brief, which only its page loads, and the one script,
/// which only the watch loads. Their addresses hold the hash of what is in them, so that a browser
/// loads each once and never asks again.
@Controller
class Stylesheet {

    private static final String TEXT = load("/lite/lite.css");

    private static final String LIVE_TEXT = load("/lite/live.js");

    /// On paper nothing of the page is left but the brief.
    private static final String BRIEF_TEXT =
            BriefDocument.style()
                    + "@media print{body:has(.brief)>:not(main),main:has(.brief)>:not(.brief)"
                    + "{display:none}}\n";

    /// Where the pages find it.
    static final String PATH = "/lite/style-" + hash(TEXT) + ".css";

    /// Where the watch finds the script that tells what comes in.
    static final String LIVE_PATH = "/lite/live-" + hash(LIVE_TEXT) + ".js";

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

    @GetMapping("/lite/live-{hash}.js")
    ResponseEntity<byte[]> live() {
        return answer(LIVE_TEXT, "javascript");
    }

    private static ResponseEntity<byte[]> answer(String text) {
        return answer(text, "css");
    }

    private static ResponseEntity<byte[]> answer(String text, String kind) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", kind, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String load(String name) {
        try (var stream = Stylesheet.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
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
