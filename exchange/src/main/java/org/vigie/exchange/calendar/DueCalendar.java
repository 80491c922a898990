package org.vigie.exchange.calendar;

import java.time.Instant;
import java.util.Locale;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.share.Tier;
import org.vigie.warn.DueList;

/// What is due on the watch as a calendar. It lies on telephones, so an event says what sort of
/// thing is due, its number and when: no place, no title, nobody's name, nothing of what it is
/// about. It stays within the mission all the same: how much is overdue is a weakness.
public final class DueCalendar {

    private DueCalendar() {}

    /// What stands around the events.
    ///
    /// @param stamp the moment of knowledge, so that the same list gives the same bytes
    public record Edition(Words words, Instant stamp, boolean exercise) {}

    /// The calendar of a list, the earliest first.
    ///
    /// @throws BadInput for readers outside the mission
    public static String of(Tier tier, DueList list, Edition edition) {
        if (tier.leavesTheMission()) {
            throw new BadInput(
                    "tier", tier.code(), "restricted: what is due stays within the mission");
        }
        var calendar = new CalendarText("Watch");
        list.items().forEach(item -> event(calendar, item, edition));
        return calendar.end();
    }

    private static void event(CalendarText calendar, DueList.Item item, Edition edition) {
        var step = item.step();
        var words = edition.words();
        calendar.line("BEGIN", "VEVENT");
        calendar.line(
                "UID",
                item.subject()
                        + "-"
                        + (step == null ? item.kind().name().toLowerCase(Locale.ROOT) : step.code())
                        + "@vigie.org");
        calendar.line("DTSTAMP", CalendarText.moment(edition.stamp()));
        calendar.line("DTSTART", CalendarText.moment(item.at()));
        calendar.text("SUMMARY", summary(words, item, edition));
        calendar.line("CLASS", "CONFIDENTIAL");
        calendar.line("TRANSP", "TRANSPARENT");
        calendar.line("END", "VEVENT");
    }

    private static String summary(Words words, DueList.Item item, Edition edition) {
        var late = item.overdue(edition.stamp()) ? words.say("due.late") + " – " : "";
        return (edition.exercise() ? words.say("exercise") + " – " : "") + late + what(words, item);
    }

    /// What is due, in words: sort, number and step.
    public static String what(Words words, DueList.Item item) {
        return switch (item.kind()) {
            case ALERT -> words.say("due.alert", item.number(), step(words, item));
            case REPORT -> words.say("due.report", item.number());
            case THREAT -> words.say("due.threat", item.number());
        };
    }

    private static String step(Words words, DueList.Item item) {
        var step = item.step();
        return step == null ? "" : words.of(step);
    }
}
