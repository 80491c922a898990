package org.vigie.server.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.vigie.geo.BadInput;
import org.vigie.server.access.Officer;
import org.vigie.server.access.SessionCookie;

/// A form with a file, read while it streams in: the file and what was pasted go to [Incoming], the
/// other fields are short.
///
/// @param fields what was typed or chosen
/// @param files what was chosen and what was pasted, without the empty ones
public record Upload(Map<String, String> fields, List<Incoming.Waiting> files) {

    /// The field with a file.
    public static final String FILE = "file";

    /// The field with pasted cells.
    public static final String PASTED = "pasted";

    private static final String PASTED_NAME = "pasted.tsv";
    private static final int FIELD_BYTES_MAX = 10_000;
    private static final int FIELDS_MAX = 50;
    private static final int NAME_MAX = 120;

    /// A part's own head: its name, the file's name and its type.
    private static final int HEAD_BYTES_MAX = 4_096;

    /// A form that is refused is read to its end all the same, or the browser would show a broken
    /// connection in place of the reason; up to so much.
    private static final long DRAINED_BYTES_MAX = 8L << 30;

    public Upload {
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
    }

    /// Reads the form.
    ///
    /// @throws BadInput when it is no such form, or a file of it cannot be taken
    public static Upload read(HttpServletRequest request, Incoming incoming) throws IOException {
        try {
            incoming.requireRoom(FILE, request.getContentLengthLong());
            return parts(request, incoming);
        } catch (BadInput e) {
            drain(request.getInputStream());
            throw e;
        } catch (FileUploadException | FileUploadIOException e) {
            throw new BadInput("form", null, "whole, as our page sends it", e);
        }
    }

    private static Upload parts(HttpServletRequest request, Incoming incoming)
            throws IOException, FileUploadException {
        var fields = new TreeMap<String, String>();
        var files = new ArrayList<Incoming.Waiting>();
        var form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setPartHeaderSizeMax(HEAD_BYTES_MAX);
        var parts = form.getItemIterator(new ServletRequestContext(request));
        for (int count = 0; parts.hasNext(); count++) {
            if (count == FIELDS_MAX) {
                throw new BadInput("form", null, "of at most " + FIELDS_MAX + " fields");
            }
            var part = parts.next();
            boolean file = FILE.equals(part.getFieldName()) || PASTED.equals(part.getFieldName());
            if (file) {
                requireOurs(request, fields); // before a byte of it is kept
            }
            try (var bytes = part.openStream()) {
                switch (part.getFieldName()) {
                    case FILE -> add(files, incoming.take(nameOf(part), bytes, fileMax()));
                    case PASTED -> add(files, incoming.take(PASTED_NAME, bytes, pastedMax()));
                    case null -> throw new BadInput("form", null, "made of fields with names");
                    default -> fields.put(part.getFieldName(), text(part.getFieldName(), bytes));
                }
            }
        }
        requireOurs(request, fields);
        return new Upload(fields, files);
    }

    /// The form's token comes first in it.
    private static void requireOurs(HttpServletRequest request, Map<String, String> fields) {
        if (!SessionCookie.carried(Officer.of(request), fields.get(SessionCookie.FIELD))) {
            throw new BadInput("form", null, "of your session: open the page anew");
        }
    }

    private static long fileMax() {
        return Incoming.FILE_BYTES_MAX;
    }

    private static long pastedMax() {
        return Incoming.PASTED_BYTES_MAX;
    }

    private static void add(List<Incoming.Waiting> files, Incoming.Waiting file) {
        if (file.bytes() > 0) {
            files.add(file);
        }
    }

    private static String text(String field, InputStream bytes) throws IOException {
        var text = bytes.readNBytes(FIELD_BYTES_MAX + 1);
        if (text.length > FIELD_BYTES_MAX) {
            throw new BadInput(field, null, "at most " + FIELD_BYTES_MAX + " bytes");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /// The name without its folders and without letters that no screen can show.
    private static String nameOf(FileItemStream part) {
        var name = part.getName() == null ? "" : part.getName();
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{C}", "").strip();
        var shown = plain.isEmpty() ? "file" : plain;
        return shown.substring(0, Math.min(shown.length(), NAME_MAX));
    }

    private static void drain(InputStream rest) throws IOException {
        var chunk = new byte[1 << 16];
        long drained = 0;
        for (int read = rest.read(chunk);
                read >= 0 && drained < DRAINED_BYTES_MAX;
                read = rest.read(chunk)) {
            drained += read;
        }
    }
}
