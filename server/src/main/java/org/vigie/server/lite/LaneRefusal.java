package org.vigie.server.lite;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What is refused below the address of a lane before a lane is asked: a machine sent it, which
/// reads a sentence and no page.
final class LaneRefusal {

    private static final String INTAKE = "/intake/";

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private LaneRefusal() {}

    /// The answer, empty where a page is the answer.
    static Optional<ResponseEntity<byte[]>> of(String path, HttpStatus status) {
        return path.startsWith(INTAKE)
                ? Optional.of(
                        ResponseEntity.status(status)
                                .contentType(TEXT)
                                .body((sentence(status) + "\n").getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case REQUEST_TIMEOUT -> "message must come in faster";
            case NOT_FOUND -> "no lane takes anything at this address";
            case METHOD_NOT_ALLOWED -> "message must be sent with POST to the address of the lane";
            case BAD_REQUEST -> "message must be whole";
            default ->
                    status.is4xxClientError()
                            ? "message cannot be taken"
                            : "nothing can be written at the moment; keep the message and send it"
                                    + " again";
        };
    }
}
