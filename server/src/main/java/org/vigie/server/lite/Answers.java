package org.vigie.server.lite;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.vigie.exchange.render.Html;

/// Pages and redirects as answers of HTTP.
final class Answers {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Answers() {}

    static ResponseEntity<byte[]> page(Html page) {
        return page(HttpStatus.OK, page);
    }

    static ResponseEntity<byte[]> page(HttpStatus status, Html page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .body(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// After a write: the browser goes on with a read, so that loading again writes nothing.
    static ResponseEntity<byte[]> goTo(Address address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address.toString())
                .build();
    }
}
