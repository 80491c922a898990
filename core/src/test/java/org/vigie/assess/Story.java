package org.vigie.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Awareness;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

/// A case written as lines of text, put into a ledger in memory.
///
/// A line is a time, a verb, a subject and words. A time is `2020-02-13T18:00Z`; with `~` before
/// it, it is known to the hour; a bare date is known to the day. `recorded=TIME` at the end says
/// that it was written down later. `#` begins a comment.
final class Story {

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private Instant clock = Instant.EPOCH;
    private final MemoryLedger ledger = new MemoryLedger(() -> clock);
    private int entries;

    static Story of(String... lines) {
        return of(Arrays.asList(lines));
    }

    static Story of(List<String> lines) {
        var story = new Story();
        lines.forEach(story::tell);
        return story;
    }

    static UUID id(String name) {
        return Ids.subject("story", name);
    }

    Picture picture() {
        return ledger.asOf(END, END, Viewer.owner());
    }

    Picture asKnownAt(String moment) {
        return ledger.asOf(Instant.parse(moment), END, Viewer.owner());
    }

    void tell(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        var words = new ArrayList<>(List.of(line.strip().split("\\s+")));
        var when = when(words.removeFirst());
        var last = words.getLast();
        Instant recorded = when.overNoLaterThan();
        if (last.startsWith("recorded=")) {
            recorded = Instant.parse(last.substring("recorded=".length()));
            words.removeLast();
        }
        var verb = words.removeFirst();
        var subject = words.removeFirst();
        clock = recorded;
        append(when, subject, body(verb, words));
    }

    private void append(Happened when, String subject, Body body) {
        boolean exact = when.precision() == DatePrecision.MINUTE;
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(1, entries++),
                                id(subject),
                                exact && !(body instanceof Facts) ? null : when,
                                when.first(),
                                "story",
                                Component.OPERATIONS_CENTRE,
                                Handling.MISSION,
                                Origin.hand(),
                                null,
                                body)));
    }

    private static Happened when(String word) {
        if (word.startsWith("~")) {
            var hour = Instant.parse(word.substring(1));
            return new Happened(hour, hour, DatePrecision.HOUR);
        }
        return word.contains("T")
                ? Happened.at(Instant.parse(word))
                : Happened.on(LocalDate.parse(word));
    }

    private static Body body(String verb, List<String> words) {
        return switch (verb) {
            case "report" -> report(words);
            case "alert" ->
                    new Warnings.AlertOpened(
                            "alert",
                            site(words.get(0)),
                            value(Warnings.Severity.class, words.get(1)),
                            "villagers",
                            ActorClass.UNKNOWN,
                            words.stream().skip(2).map(Story::id).toList());
            case "step" ->
                    new Warnings.AlertStepped(value(Warnings.Step.class, words.getFirst()), "");
            case "verify" ->
                    new Warnings.ReportVerified(
                            value(Warnings.Verification.class, words.getFirst()), "");
            case "join" -> new Warnings.ReportJoined(id(words.get(0)), words.size() < 2);
            case "close" ->
                    new Warnings.AlertClosed(value(Warnings.Outcome.class, words.getFirst()), "");
            case "order" ->
                    new Responses.OrderGiven(
                            id(words.get(0)),
                            value(Component.class, words.get(1)),
                            value(Responses.Tier.class, words.get(2)),
                            Responses.Action.PATROL,
                            List.of(),
                            "duty officer",
                            "no advice asked");
            case "response" -> response(words);
            case "incident" -> incident(words);
            case "link" -> new Facts.Linked(id(words.getFirst()), Alerts.WARNED_OF, "");
            case "known" ->
                    new Awareness.Known(
                            words.get(0),
                            words.get(1).equals("mission"),
                            Awareness.Basis.STATEMENT,
                            "source",
                            "");
            case "contest" ->
                    new Awareness.KnowledgeContested(
                            new UUID(1, Long.parseLong(words.get(0))), words.get(1), "");
            case "ask" ->
                    new Forces.ClearanceAsked(
                            "flight", "helicopter", site("Moura"), id(words.get(0)), "");
            case "clearance" ->
                    new Forces.ClearanceDecided(
                            value(Forces.ClearanceOutcome.class, words.get(0)), "");
            default -> throw new IllegalArgumentException("no such verb: " + verb);
        };
    }

    private static Body report(List<String> words) {
        return new Warnings.ReportReceived(
                words.get(1),
                site(words.get(0)),
                "armed men gather",
                "villagers",
                "attack",
                value(Warnings.Severity.class, words.get(2)),
                ActorClass.UNKNOWN,
                Grade.UNJUDGED,
                false);
    }

    private static Body response(List<String> words) {
        return new Responses.ResponseStepped(
                value(Responses.Step.class, words.get(0)),
                words.size() < 2 || words.get(1).equals("-")
                        ? null
                        : value(Responses.Reason.class, words.get(1)),
                words.size() < 3
                        ? Responses.ForceLevel.NOT_STATED
                        : value(Responses.ForceLevel.class, words.get(2)),
                "");
    }

    private static Body incident(List<String> words) {
        return new Facts.IncidentReported(
                "press",
                "1",
                value(IncidentKind.class, words.get(1)),
                "",
                site(words.get(0)),
                List.of(),
                null,
                null,
                "",
                java.util.Map.of());
    }

    /// `Ogossagou/Mopti` is a place with its first-level area.
    private static Site site(String text) {
        var parts = text.split("/", 2);
        @Nullable String area = parts.length == 2 ? parts[1] : null;
        return new Site(parts[0], null, PlacePrecision.UNKNOWN, null, area, null, null);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
