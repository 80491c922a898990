package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// The form that ODK Collect sends: one file with the answers, in a request of several parts. A
/// photograph or a recording beside it is refused, and so is the form: one half of it must not be
/// taken for the whole.
final class SubmittedForm {

    /// The part with the answers, by the OpenRosa protocol.
    static final String PART = "xml_submission_file";

    private static final int PARTS_MAX = 20;

    /// A part's own head: its name, the file's name and its type.
    private static final int HEAD_BYTES_MAX = 4_096;

    private SubmittedForm() {}

    /// The answers of a form.
    ///
    /// @throws BadInput when it is no such request, is cut off, or brings more than the form
    /// @throws SentBody.TooLarge when it is larger than any that is taken
    /// @throws SentBody.TooSlow when it comes in too slowly
    static byte[] read(HttpServletRequest request) throws SentBody.TooLarge, SentBody.TooSlow {
        var form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setPartHeaderSizeMax(HEAD_BYTES_MAX);
        try {
            return answers(form, new Read(request, new SentBody(request).bytes()));
        } catch (SentBody.TooLarge | SentBody.TooSlow e) {
            throw e;
        } catch (IOException e) {
            // What cannot be read is the request: nothing else is touched here.
            throw cutOff(e);
        }
    }

    /// A request whose body has been read.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(HttpServletRequest request, byte[] body) implements UploadContext {

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
            return new ByteArrayInputStream(body);
        }

        @Override
        public long contentLength() {
            return body.length;
        }
    }

    private static BadInput cutOff(Exception e) {
        return new BadInput("form", null, "a whole multipart/form-data with a file " + PART, e);
    }

    private static byte[] answers(FileUpload form, UploadContext request) throws IOException {
        byte @Nullable [] answers = null;
        var parts = form.getItemIterator(request);
        for (int count = 0; parts.hasNext(); count++) {
            var part = parts.next();
            if (count == PARTS_MAX) {
                throw new BadInput("form", null, "of at most " + PARTS_MAX + " parts");
            }
            if (PART.equals(part.getFieldName())) {
                if (answers != null) {
                    throw new BadInput(PART, "two files", "one file");
                }
                answers = bytes(part);
            } else if (!part.isFormField()) {
                throw new BadInput(
                        "attachment",
                        part.getFieldName(),
                        "left out: photographs and recordings are not taken yet / les photos et les"
                                + " enregistrements ne sont pas encore pris");
            }
            // A field without a file says nothing of the form: it is passed over.
        }
        if (answers == null) {
            throw new BadInput(PART, null, "the file with the answers");
        }
        return answers;
    }

    private static byte[] bytes(FileItemStream part) throws IOException {
        try (var stream = part.openStream()) {
            return stream.readAllBytes();
        }
    }
}
