package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.photographs.Photograph;
import org.vigie.geo.BadInput;

/// The form that ODK Collect sends: one file with the answers and the photographs beside it, in a
/// request of several parts.
///
/// Each part is handed on as soon as it is whole, the answers before all photographs: a line that
/// breaks off in the middle of a photograph, or a photograph that cannot be taken, must not cost
/// what somebody wrote. Photographs that came before the answers wait for them.
///
/// A photograph that is refused does not keep back the next one; the refusal is said at the end.
final class SubmittedForm {

    /// The part with the answers, by the OpenRosa protocol.
    static final String PART = "xml_submission_file";

    /// Photographs of one report.
    static final int PHOTOGRAPHS_MAX = 5;

    private static final int PARTS_MAX = 20;

    /// A part's own head: its name, the file's name and its type.
    private static final int HEAD_BYTES_MAX = 4_096;

    /// Everything that may come in one request.
    static final long BYTES_MAX =
            (long) PHOTOGRAPHS_MAX * Photograph.BYTES_MAX
                    + SentBody.BYTES_MAX
                    + (long) PARTS_MAX * HEAD_BYTES_MAX;

    /// Who takes what was sent.
    interface Taker {

        /// The answers; first of all, and once.
        void answers(byte[] bytes) throws IOException;

        /// A photograph.
        ///
        /// @param name for messages: files are named by telephones and by people
        void photograph(String name, byte[] bytes) throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Waiting(String name, byte[] bytes) {}

    private final Taker taker;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean answered;
    private int photographs;
    private @Nullable BadInput refusal;

    private SubmittedForm(Taker taker) {
        this.taker = taker;
    }

    /// Hands on what a request brings.
    ///
    /// @throws BadInput when it is no such request, is cut off, or brings what is not taken
    /// @throws SentBody.TooLarge when it is larger than any that is taken
    /// @throws SentBody.TooSlow when it comes in too slowly
    /// @throws SubmittedBytes.Busy when too many others are being taken
    /// @throws IOException when the taker does
    static void read(HttpServletRequest request, Taker taker) throws IOException {
        try (var bytes = new SubmittedBytes(request, BYTES_MAX)) {
            new SubmittedForm(taker).read(request, bytes);
        }
    }

    private void read(HttpServletRequest request, InputStream bytes) throws IOException {
        var form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setPartHeaderSizeMax(HEAD_BYTES_MAX);
        var parts = reading(() -> form.getItemIterator(new Sent(request, bytes)));
        for (int count = 0; reading(parts::hasNext); count++) {
            if (count == PARTS_MAX) {
                throw new BadInput("form", null, "of at most " + PARTS_MAX + " parts");
            }
            take(reading(parts::next));
        }
        if (!answered) {
            throw new BadInput(PART, null, "the file with the answers");
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    /// A request that is being read.
    private record Sent(HttpServletRequest request, InputStream bytes) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public @Nullable String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() {
            return bytes;
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }
    }

    /// Something that reads from the request.
    private interface Reading<T> {
        T run() throws IOException;
    }

    /// What cannot be read is the request; what is written elsewhere is told apart from it.
    private static <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.run();
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SubmittedBytes.Refused refused) {
                    throw refused.why();
                }
            }
            throw new BadInput("form", null, "a whole multipart/form-data with a file " + PART, e);
        }
    }

    private void take(FileItemStream part) throws IOException {
        if (PART.equals(part.getFieldName())) {
            if (answered) {
                throw new BadInput(PART, "two files", "one file");
            }
            var answers = reading(() -> bytes(part, SentBody.BYTES_MAX));
            if (answers.isEmpty()) {
                throw new SentBody.TooLarge();
            }
            taker.answers(answers.get());
            answered = true;
            for (var photograph : waiting) {
                hand(photograph);
            }
            waiting.clear();
        } else if (!part.isFormField()) {
            photographs++;
            var name = "photograph / photo " + photographs;
            var photograph = reading(() -> bytes(part, Photograph.BYTES_MAX));
            if (photograph.isEmpty()) {
                refuse(Photograph.tooLarge(name));
            } else if (answered) {
                hand(new Waiting(name, photograph.get()));
            } else {
                waiting.add(new Waiting(name, photograph.get()));
            }
        }
        // A field without a file says nothing of the form: it is passed over.
    }

    private void hand(Waiting photograph) throws IOException {
        try {
            taker.photograph(photograph.name, photograph.bytes);
        } catch (BadInput bad) {
            refuse(bad);
        }
    }

    private void refuse(BadInput bad) {
        refusal = refusal == null ? bad : refusal;
    }

    /// A part; empty when it is larger than it may be.
    private static Optional<byte[]> bytes(FileItemStream part, int most) throws IOException {
        try (var stream = part.openStream()) {
            var bytes = new ByteArrayOutputStream();
            var some = new byte[8_192];
            for (int n = stream.read(some); n >= 0; n = stream.read(some)) {
                bytes.write(some, 0, n);
                if (bytes.size() > most) {
                    return Optional.empty(); // the rest of it is passed over with the part
                }
            }
            return Optional.of(bytes.toByteArray());
        }
    }
}
