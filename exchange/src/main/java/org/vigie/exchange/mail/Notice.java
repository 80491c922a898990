package org.vigie.exchange.mail;

import java.time.Instant;
import java.util.UUID;
import org.vigie.exchange.calendar.DueCalendar;
import org.vigie.exchange.words.Words;
import org.vigie.warn.DueList;
import org.vigie.warn.Escalation.Rung;

/// What somebody is told by e-mail. A letter lies on telephones and on the servers of others, so it
/// says which sort of thing happened, the first letters of its id, when, and whether it is an
/// exercise: no place, no title, nobody's name, no post but the rung of the ladder, not who is at
/// risk or alleged, and not how much is overdue. There is no part here that could hold more.
///
/// @param what happened
/// @param number the first letters of an id
/// @param at when it was so; the letter says it in UTC, to the minute
public record Notice(What what, String number, Instant at, boolean exercise) {

    private static final int NUMBER_LENGTH = 8;

    /// Which sort of thing happened.
    public sealed interface What {

        record Opened() implements What {}

        record Changed() implements What {}

        record Closed() implements What {}

        /// Nobody acknowledged it in time.
        ///
        /// @param alert or a report
        record Escalated(boolean alert, Rung rung) implements What {}

        /// What somebody owes is overdue.
        ///
        /// @param item whose owner is not kept
        record Due(DueList.Item item) implements What {

            public Due {
                item = new DueList.Item(item.kind(), item.subject(), item.step(), item.at(), "");
            }
        }

        /// Nothing: somebody wants to know whether letters arrive.
        record Test() implements What {}
    }

    /// The first letters of an id: enough to find it on the watch, and nothing to a stranger.
    public static String number(UUID id) {
        return id.toString().substring(0, NUMBER_LENGTH);
    }

    /// One line.
    public String subject(Words words) {
        return (exercise ? words.say("exercise") + " – " : "") + "Vigie: " + sentence(words);
    }

    private String sentence(Words words) {
        return switch (what) {
            case What.Opened() -> words.say("mail.opened", number);
            case What.Changed() -> words.say("mail.changed", number);
            case What.Closed() -> words.say("mail.closed", number);
            case What.Escalated(boolean alert, Rung rung) ->
                    words.say(
                            alert ? "mail.escalated.alert" : "mail.escalated.report",
                            number,
                            words.of(rung));
            case What.Due(var item) -> words.say("mail.due", DueCalendar.what(words, item));
            case What.Test() -> words.say("mail.test");
        };
    }

    /// What stands below.
    ///
    /// @param link of the mission's own page; empty for none
    public String text(Words words, String link) {
        var text = new StringBuilder();
        if (exercise) {
            text.append(words.say("mail.exercise")).append("\n\n");
        }
        text.append(sentence(words)).append('\n');
        text.append(words.moment(at)).append(" (UTC)\n\n");
        text.append(words.say("mail.look")).append('\n');
        if (!link.isEmpty()) {
            text.append(link).append('\n');
        }
        return text.append('\n').append(words.say("mail.no-more")).append('\n').toString();
    }
}
