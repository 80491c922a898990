package org.vigie.store.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

/// Cuts the bytes of a table into its records: a line, or several where a cell in quotes holds line
/// ends (RFC 4180). The pieces, one after another, are the file, byte for byte.
///
/// A file that is no text of lines, or whose letters take two bytes, is one piece of line 0: it
/// cannot be erased but whole.
final class RecordCut {

    /// Looked at to tell whether there are lines.
    private static final int HEAD_BYTES = 8 * 1024;

    /// A piece of a file without lines.
    private static final int PIECE_BYTES = 256 * 1024;

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xEF;

    private final InputStream in;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private int line = 1;

    private RecordCut(InputStream in) {
        this.in = in;
    }

    /// Takes the records.
    @FunctionalInterface
    interface Sink {

        /// The next one.
        ///
        /// @param line at which the record begins, from 1; 0 when the file has no lines
        void take(int line, byte[] bytes) throws IOException, SQLException;
    }

    static void of(InputStream file, Sink sink) throws IOException, SQLException {
        var in = new BufferedInputStream(file, PIECE_BYTES);
        in.mark(HEAD_BYTES);
        var head = in.readNBytes(HEAD_BYTES);
        in.reset();
        if (hasLines(head)) {
            new RecordCut(in).records(sink);
        } else {
            for (var piece = in.readNBytes(PIECE_BYTES);
                    piece.length > 0;
                    piece = in.readNBytes(PIECE_BYTES)) {
                sink.take(0, piece);
            }
        }
    }

    /// JSON may stand on one line, a workbook is a zip, and two-byte letters have bytes that look
    /// like line ends.
    private static boolean hasLines(byte[] head) {
        int at = 0;
        if (head.length >= 3 && (head[0] & 0xFF) == BYTE_ORDER_MARK) {
            at = 3;
        }
        for (byte one : head) {
            if (one == 0) {
                return false;
            }
        }
        while (at < head.length && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r')) {
            at++;
        }
        boolean json = at < head.length && (head[at] == '{' || head[at] == '[');
        boolean zip = head.length > 1 && head[0] == 'P' && head[1] == 'K';
        boolean wide =
                head.length > 1
                        && ((head[0] & 0xFF) == 0xFE || (head[0] & 0xFF) == 0xFF)
                        && ((head[1] & 0xFF) == 0xFE || (head[1] & 0xFF) == 0xFF);
        return !json && !zip && !wide;
    }

    /// A quote opens a cell only where a cell begins, as readers of such tables take it; inside,
    /// two quotes are one, and line ends belong to the cell.
    private void records(Sink sink) throws IOException, SQLException {
        int first = line;
        boolean quoted = false;
        boolean cellBegins = true;
        for (int one = in.read(); one != END; one = in.read()) {
            record.write(one);
            if (one == '"' && quoted) {
                quoted = peek() == '"' && copied();
            } else if (one == '"') {
                quoted = cellBegins;
                cellBegins = false;
            } else if (one == '\n' || one == '\r') {
                if (one == '\r' && peek() == '\n') {
                    copied();
                }
                line++;
                if (!quoted) {
                    sink.take(first, record.toByteArray());
                    record.reset();
                    first = line;
                    cellBegins = true;
                }
            } else {
                cellBegins =
                        one == ','
                                || one == ';'
                                || one == '\t'
                                || one == '|'
                                || (cellBegins && line == 1 && one >= 0x80);
            }
        }
        if (record.size() > 0) {
            sink.take(first, record.toByteArray());
        }
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    /// Takes the byte that was looked at.
    private boolean copied() throws IOException {
        record.write(in.read());
        return true;
    }
}
