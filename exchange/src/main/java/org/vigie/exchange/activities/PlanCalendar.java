package org.vigie.exchange.activities;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.share.Tier;

/// A plan as a calendar, which any calendar program reads (iCalendar, RFC 5545).
///
/// Written by hand and not with a library: it is only ever written, and needs four of the
/// standard's rules (lines end in CR LF and are folded at 75 octets, texts are escaped, times are
/// UTC). A calendar lies on telephones: it says what, where by name and when, and neither positions
/// nor units nor what is asked of whom. It stays within the mission.
public final class PlanCalendar {

    private static final int OCTETS_MAX = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private PlanCalendar() {}

    /// What stands around the events.
    ///
    /// @param stamp the moment of knowledge, so that the same plan gives the same bytes
    public record Edition(Words words, Instant stamp, boolean exercise) {}

    /// The calendar of a plan, the earliest activity first.
    ///
    /// @throws BadInput for readers outside the mission: nobody is told beforehand where a patrol
    ///   will be
    public static String of(Tier tier, Plan plan, Edition edition) {
        requireWithin(tier);
        var calendar = new PlanCalendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Vigie//Plan//EN");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        plan.activities().forEach(activity -> calendar.event(activity, edition));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Activity activity, Edition edition) {
        var words = edition.words();
        var place = activity.site().name();
        line("BEGIN", "VEVENT");
        line("UID", activity.id() + "@vigie.org");
        line("DTSTAMP", MOMENT.format(edition.stamp()));
        line("DTSTART", MOMENT.format(activity.from()));
        line("DTEND", MOMENT.format(activity.to()));
        line("SEQUENCE", Long.toString(Math.min(activity.seq(), Integer.MAX_VALUE)));
        line(
                "SUMMARY",
                escaped(
                        (edition.exercise() ? words.say("exercise") + " – " : "")
                                + words.say(
                                        "plan.event",
                                        words.of(activity.kind()),
                                        place,
                                        words.of(activity.owner()),
                                        activity.key())));
        line("LOCATION", escaped(place));
        line("CATEGORIES", escaped(words.of(activity.owner())));
        line("STATUS", status(activity.state()));
        line("CLASS", "CONFIDENTIAL");
        line("END", "VEVENT");
    }

    private static String status(Activity.State state) {
        return switch (state) {
            case PLANNED -> "TENTATIVE";
            case HELD -> "CONFIRMED";
            case CALLED_OFF -> "CANCELLED";
        };
    }

    /// Backslash, semicolon and comma have a meaning of their own; no other character that a line
    /// must not hold comes through.
    static String escaped(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cc}", " ");
    }

    /// A line of more octets goes on in the next one after a space; no letter is cut apart.
    private void line(String name, String value) {
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

    /// A plan goes to readers within the mission alone.
    static void requireWithin(Tier tier) {
        if (tier.leavesTheMission()) {
            throw new BadInput("tier", tier.code(), "restricted: a plan stays within the mission");
        }
    }
}
