package org.vigie.server.lite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.Standing.Behind;

/// Where a page of one of the lists of the watch begins. A line alone would pass over something
/// when a colleague judges what stood before it; so the way onward names the last one that was
/// shown, and the line counts only where nobody knows that one any more.
///
/// @param line the first line, from 0
/// @param behind the last one that was shown, empty for none
/// @param newest number of the entry of the oldest that stood among the newest then, 0 for none
record Onward(int line, Optional<Behind> behind, long newest) {

    static final Onward TOP = new Onward(0, Optional.empty(), 0);

    /// `2-123` or `2-123-98`: how grave, which entry, which stood last among the newest.
    private static final Pattern AFTER =
            Pattern.compile("([0-9])-([0-9]{1,18})(?:-([0-9]{1,18}))?");

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private static final String SUFFIX = "-after";

    /// What the address says of a list.
    static Onward read(Map<String, String> values, String list) {
        int line = View.notNegative(list, values.getOrDefault(list, "0"));
        var after = values.getOrDefault(list + SUFFIX, "");
        if (after.isEmpty()) {
            return new Onward(line, Optional.empty(), 0);
        }
        var parts = AFTER.matcher(after);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) >= SEVERITIES.size()) {
            throw new BadInput(list + SUFFIX, after, "as the link of the page has it");
        }
        var severity = SEVERITIES.get(Integer.parseInt(parts.group(1)));
        var newest = parts.group(3);
        return new Onward(
                line,
                Optional.of(new Behind(severity, Long.parseLong(parts.group(2)))),
                newest == null ? 0 : Long.parseLong(newest));
    }

    /// The page after this one.
    ///
    /// @param last that this one shows
    /// @param bound see [#newest]
    Onward next(int shown, Behind last, long bound) {
        return new Onward(line + shown, Optional.of(last), bound);
    }

    /// This page in an address.
    Address in(View view, String list) {
        var at = view.with(list, "" + line);
        return behind.map(last ->
                        at.with(
                                list + SUFFIX,
                                SEVERITIES.indexOf(last.severity())
                                        + "-"
                                        + last.seq()
                                        + (newest == 0 ? "" : "-" + newest)))
                .orElse(at);
    }
}
