package org.vigie.exchange.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The lines of a calendar.
///
/// Written by hand and not with a library: it is only ever written, and needs four of the
/// standard's rules (lines end in CR LF and are folded at 75 octets, texts are escaped, times are
/// UTC).
public final class CalendarText {

    private static final int OCTETS_MAX = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /// Begins a calendar.
    ///
    /// @param product what made it, e.g. `Plan`
    public CalendarText(String product) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Vigie//" + product + "//EN");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
    }

    /// Ends it.
    public String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    /// A moment as calendars write it.
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /// A line whose value is a text: backslash, semicolon and comma have a meaning of their own; no
    /// other character that a line must not hold comes through.
    public void text(String name, String said) {
        line(name, escaped(said));
    }

    /// A text as the value of a line.
    public static String escaped(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cc}", " ");
    }

    /// A line of more octets goes on in the next one after a space; no letter is cut apart.
    public void line(String name, String value) {
        int octets = 0;
        var whole = name + ":" + value;
        for (int at = 0; at < whole.length(); ) {
            int letter = whole.codePointAt(at);
            var written = Character.toString(letter);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS_MAX) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(written);
            octets += size;
            at += written.length();
        }
        text.append("\r\n");
    }
}
