package org.vigie.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Learns from a file's bytes how it prints its rows. Follows them without building any text, so
/// that it costs little beside the reading.
final class PrintingScan {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// How a cell is printed, and what is in it: the places of the counters of a column.
    private static final int BARE_EMPTY = 0;

    private static final int BARE_PLAIN = 1;
    private static final int BARE_NEEDY = 2;
    private static final int QUOTED_EMPTY = 3;
    private static final int QUOTED_PLAIN = 4;

    /// The sixth is quoted and needy, which follows every rule.
    private static final int COUNTERS = 6;

    private final byte separator;
    private final ByteRuns runs;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteArrayOutputStream second = new ByteArrayOutputStream();
    private long[][] cells = new long[0][];
    private final long[] lineEnds = new long[3];

    private long position;
    private int matchedMark;
    private long row;
    private int column;
    private boolean quoted;
    private boolean open;
    private boolean afterQuote;
    private boolean needy;
    private boolean filled;
    private boolean pendingReturn;
    private boolean started;
    private long emptyLines;

    PrintingScan(char separator) {
        this.separator = (byte) separator;
        this.runs = new ByteRuns((byte) separator, (byte) '"', (byte) '\n', (byte) '\r');
    }

    void take(byte[] chunk, int length) {
        int at = 0;
        while (at < length) {
            int end = passes(chunk[at]) ? runs.end(chunk, at, length) : at;
            if (end > at) {
                position += end - at;
                started = true;
                filled = true;
                at = end;
            } else {
                take(chunk[at++]);
            }
        }
    }

    /// Whether from this letter on the letters of a cell only fill it, up to one that means more:
    /// below the header, whose letters are kept.
    private boolean passes(byte letter) {
        return row > 1 && !pendingReturn && letter != separator;
    }

    private void take(byte letter) {
        if (position < MARK.length && matchedMark == position && letter == MARK[(int) position]) {
            matchedMark++;
            position++;
            return;
        }
        position++;
        if (pendingReturn) {
            pendingReturn = false;
            endRow(letter == '\n' ? 1 : 2);
            if (letter == '\n') {
                return;
            }
        }
        if (open) {
            inside(letter);
        } else {
            outside(letter);
        }
    }

    private void inside(byte letter) {
        keep(letter);
        if (letter == '"') {
            open = false;
            afterQuote = true;
            return;
        }
        filled = true;
        needy |= letter == separator || letter == '\n' || letter == '\r';
    }

    private void outside(byte letter) {
        if (letter == '\n') {
            endRow(0);
        } else if (letter == '\r') {
            pendingReturn = true;
        } else {
            started = true;
            keep(letter);
            cellLetter(letter);
        }
    }

    private void cellLetter(byte letter) {
        if (letter == separator) {
            endCell();
            column++;
        } else if (letter == '"' && afterQuote) {
            open = true;
            filled = true;
            needy = true;
            afterQuote = false;
        } else if (letter == '"' && !filled && !quoted) {
            open = true;
            quoted = true;
        } else {
            needy |= letter == '"';
            filled = true;
        }
    }

    private void keep(byte letter) {
        if (row == 0) {
            header.write(letter);
        } else if (row == 1) {
            second.write(letter);
        }
    }

    private void endRow(int lineEnd) {
        lineEnds[lineEnd]++;
        if (!started) {
            emptyLines++;
            return;
        }
        endCell();
        if (row == 1 && tagged()) {
            cells = new long[0][];
        }
        column = 0;
        row++;
        started = false;
    }

    /// Whether the second row holds the tags of the humanitarian exchange language: then it belongs
    /// to the header.
    private boolean tagged() {
        for (byte letter : second.toByteArray()) {
            if (letter != separator && letter != '"') {
                return letter == '#';
            }
        }
        return false;
    }

    private void endCell() {
        if (row > 0) {
            int kind = filled ? needy ? BARE_NEEDY : BARE_PLAIN : BARE_EMPTY;
            counters(column)[quoted ? kind + QUOTED_EMPTY : kind]++;
        }
        quoted = false;
        afterQuote = false;
        needy = false;
        filled = false;
    }

    private long[] counters(int column) {
        if (column >= cells.length) {
            int old = cells.length;
            cells = Arrays.copyOf(cells, column + 1);
            for (int at = old; at <= column; at++) {
                cells[at] = new long[COUNTERS];
            }
        }
        return cells[column];
    }

    /// What was learned, after the last byte.
    Printing printing() {
        if (pendingReturn) {
            pendingReturn = false;
            endRow(2);
        }
        boolean ended = !started;
        if (started) {
            endCell();
            row++;
        }
        int usual = usualLineEnd();
        var lineEnd = usual == 0 ? "\n" : usual == 1 ? "\r\n" : "\r";
        var names = header.toString(StandardCharsets.UTF_8);
        long unlike = emptyLines + lineEnds[0] + lineEnds[1] + lineEnds[2] - lineEnds[usual];
        var quotes = new StringBuilder();
        for (long[] counters : cells) {
            char rule = rule(counters);
            quotes.append(rule);
            unlike += unlike(rule, counters);
        }
        return new Printing(
                tagged() ? names + lineEnd + second.toString(StandardCharsets.UTF_8) : names,
                (char) separator,
                quotes.toString(),
                lineEnd,
                ended,
                matchedMark == MARK.length,
                unlike);
    }

    private int usualLineEnd() {
        int usual = 0;
        for (int at = 1; at < lineEnds.length; at++) {
            usual = lineEnds[at] > lineEnds[usual] ? at : usual;
        }
        return usual;
    }

    private static char rule(long[] counters) {
        if (counters[QUOTED_EMPTY] > 0 && counters[BARE_EMPTY] == 0) {
            return Printing.ALWAYS;
        }
        return counters[QUOTED_PLAIN] > 0 ? Printing.FILLED : Printing.AS_NEEDED;
    }

    private static long unlike(char rule, long[] counters) {
        return switch (rule) {
            case Printing.ALWAYS -> counters[BARE_PLAIN] + counters[BARE_NEEDY];
            case Printing.FILLED ->
                    counters[BARE_PLAIN] + counters[BARE_NEEDY] + counters[QUOTED_EMPTY];
            default -> counters[BARE_NEEDY] + counters[QUOTED_EMPTY];
        };
    }
}
