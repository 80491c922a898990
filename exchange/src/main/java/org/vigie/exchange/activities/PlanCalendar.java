package org.vigie.exchange.activities;

import java.time.Instant;
import org.vigie.exchange.calendar.CalendarText;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.share.Tier;

/// A plan as a calendar, which any calendar program reads (iCalendar, RFC 5545).
///
/// A calendar lies on telephones: it says what, where by name and when, and neither positions nor
/// units nor what is asked of whom. It stays within the mission.
public final class PlanCalendar {

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
        var calendar = new CalendarText("Plan");
        plan.activities().forEach(activity -> event(calendar, activity, edition));
        return calendar.end();
    }

    private static void event(CalendarText calendar, Activity activity, Edition edition) {
        var words = edition.words();
        var place = activity.site().name();
        calendar.line("BEGIN", "VEVENT");
        calendar.line("UID", activity.id() + "@vigie.org");
        calendar.line("DTSTAMP", CalendarText.moment(edition.stamp()));
        calendar.line("DTSTART", CalendarText.moment(activity.from()));
        calendar.line("DTEND", CalendarText.moment(activity.to()));
        calendar.line("SEQUENCE", Long.toString(Math.min(activity.seq(), Integer.MAX_VALUE)));
        calendar.text(
                "SUMMARY",
                (edition.exercise() ? words.say("exercise") + " – " : "")
                        + words.say(
                                "plan.event",
                                words.of(activity.kind()),
                                place,
                                words.of(activity.owner()),
                                activity.key()));
        calendar.text("LOCATION", place);
        calendar.text("CATEGORIES", words.of(activity.owner()));
        calendar.line("STATUS", status(activity.state()));
        calendar.line("CLASS", "CONFIDENTIAL");
        calendar.line("END", "VEVENT");
    }

    private static String status(Activity.State state) {
        return switch (state) {
            case PLANNED -> "TENTATIVE";
            case HELD -> "CONFIRMED";
            case CALLED_OFF -> "CANCELLED";
        };
    }

    /// A plan goes to readers within the mission alone.
    static void requireWithin(Tier tier) {
        if (tier.leavesTheMission()) {
            throw new BadInput("tier", tier.code(), "restricted: a plan stays within the mission");
        }
    }
}
