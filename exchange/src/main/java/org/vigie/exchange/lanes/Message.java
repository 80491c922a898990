package org.vigie.exchange.lanes;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Grade;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.share.Identifying;

/// A warning as a machine brought it. Whoever sent it is not in it: a reader drops the number, the
/// name and the account before it makes one, and telephones in the text are left out.
///
/// @param id by which its sender knows it, so that it counts once however often it is delivered;
///   empty when the sender gives none, and then each delivery counts
/// @param text what was said
/// @param sentAt by the sender's clock, for the lead time; null when it does not say
/// @param place as the sender wrote it; empty when it names none
/// @param position where the sender says that it is; null when it says nothing of it
/// @param atRisk as the sender wrote it; empty when it says nothing of it
/// @param consent whether whoever warned agreed to be told what was done
/// @param precision how exactly the position is known; says nothing where there is none
/// @param alleged from what sort of actor the threat is said to come
/// @param besides what else was said of it, line by line: kept below the text; empty when nothing
///   was
public record Message(
        String id,
        String text,
        @Nullable Instant sentAt,
        String place,
        @Nullable Position position,
        String atRisk,
        Severity severity,
        boolean consent,
        PlacePrecision precision,
        ActorClass alleged,
        String besides) {

    /// Longest text, in letters: ten text messages in a row, and a long answer of a form. What is
    /// longer is cut.
    public static final int TEXT_MAX = 2_000;

    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);
    private static final Duration BACK_MAX = Duration.ofDays(30);
    private static final int LINE_MAX = 200;
    private static final int ID_MAX = 200;

    /// Words of a sender for how grave it is, as a flow or a form may have them.
    private static final Map<String, Severity> GRAVITY =
            Map.ofEntries(
                    Map.entry("low", Severity.LOW),
                    Map.entry("faible", Severity.LOW),
                    Map.entry("medium", Severity.MEDIUM),
                    Map.entry("moyenne", Severity.MEDIUM),
                    Map.entry("high", Severity.HIGH),
                    Map.entry("elevee", Severity.HIGH),
                    Map.entry("élevée", Severity.HIGH),
                    Map.entry("critical", Severity.CRITICAL),
                    Map.entry("critique", Severity.CRITICAL));

    /// What is too long is cut, and a letter that was cut in two becomes a `?`: a machine that is
    /// refused sends the same again, and the warning would be lost.
    ///
    /// @throws BadInput when nothing was said
    public Message {
        if (text.isBlank()) {
            throw new BadInput("text", "", "what was said; this message says nothing");
        }
        id = id.length() > ID_MAX ? id.substring(0, ID_MAX) : id;
        var said = Identifying.masked(whole(text.strip()));
        text = said.length() > TEXT_MAX ? cut(said, TEXT_MAX) + " " + Identifying.LEFT_OUT : said;
        place = line(place);
        atRisk = line(atRisk);
        besides = line(besides);
    }

    private static String line(String text) {
        return cut(Identifying.masked(whole(text.strip())), LINE_MAX);
    }

    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? whole(text.substring(0, most)) : text;
    }

    /// What most machines bring: nobody is said to threaten, and a position is the place itself.
    Message(
            String id,
            String text,
            @Nullable Instant sentAt,
            String place,
            @Nullable Position position,
            String atRisk,
            Severity severity,
            boolean consent) {
        this(
                id,
                text,
                sentAt,
                place,
                position,
                atRisk,
                severity,
                consent,
                PlacePrecision.EXACT,
                ActorClass.UNKNOWN,
                "");
    }

    /// A text alone.
    static Message of(String id, String text, @Nullable Instant sentAt) {
        return new Message(id, text, sentAt, "", null, "", Severity.NOT_ASSESSED, false);
    }

    /// The report that it is. Nobody has judged it: the source cannot be graded, nor can the
    /// information.
    ///
    /// @param lane the kind of the lane
    /// @param region that the lane serves, for a message that names no place
    /// @param now by our clock: a sender's that is ahead of it, or far behind, says nothing
    public Warnings.ReportReceived report(String lane, Site region, Instant now) {
        return new Warnings.ReportReceived(
                lane,
                site(region),
                besides.isEmpty() ? text : text + '\n' + besides,
                atRisk,
                text,
                severity,
                alleged,
                new Grade('F', 6),
                consent,
                sane(now));
    }

    private @Nullable Instant sane(Instant now) {
        return sentAt == null
                        || sentAt.isAfter(now.plus(AHEAD_MAX))
                        || sentAt.isBefore(now.minus(BACK_MAX))
                ? null
                : sentAt;
    }

    private Site site(Site region) {
        if (position != null) {
            return Site.at(place.isEmpty() ? region.name() : place, position, precision);
        }
        return place.isEmpty() ? region : Site.named(place);
    }

    /// The severity that a word means; not assessed for any other word.
    static Severity severity(String word) {
        return GRAVITY.getOrDefault(word.strip().toLowerCase(Locale.ROOT), Severity.NOT_ASSESSED);
    }

    /// Whether a word says yes, in English or French.
    static boolean yes(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "oui", "y", "o", "1", "true" -> true;
            default -> false;
        };
    }

    /// A moment with its zone, or seconds or milliseconds since 1970; empty for anything else: a
    /// sender's clock that cannot be read must not cost a warning.
    static Optional<Instant> moment(String text) {
        var clean = text.strip();
        try {
            if (clean.matches("\\d{9,11}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(clean)));
            }
            if (clean.matches("\\d{12,14}")) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(clean)));
            }
            return Optional.of(OffsetDateTime.parse(clean).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
