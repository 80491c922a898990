package org.vigie.exchange.packs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.force.WayText;
import org.vigie.geo.Place;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Mandates;
import org.vigie.record.Site;

/// Entries of the mission's own: bases, units, caveats, mandate. Known from the end of the day on
/// which they began, for a mission knows its own; where a row names no day, from the publication of
/// its source.
final class ForceEntries {

    private static final int MINUTES_OF_HOUR = 60;

    private final Drafts drafts;
    private final Sites sites;
    private final Publication publication;

    ForceEntries(Drafts drafts, Sites sites, Publication publication) {
        this.drafts = drafts;
        this.sites = sites;
        this.publication = publication;
    }

    void add(PackTables tables, Map<String, Place> places) {
        for (var row : tables.rows(Tables.BASES)) {
            var place = places.get(row.text("place"));
            addBase(row, place == null ? Site.named(row.text("place")) : sites.of(place));
        }
        tables.rows(Tables.UNITS).forEach(this::addUnit);
        tables.rows(Tables.CAVEATS).forEach(this::addCaveat);
        tables.rows(Tables.MANDATE).forEach(this::addMandate);
    }

    private void addBase(Row row, Site site) {
        var subject = Ids.subject("base", row.id());
        drafts.add(
                head(row, subject, Handling.OPEN, row.day("opened")),
                new Forces.BaseOpened(
                        row.id(),
                        row.text("name"),
                        site,
                        row.text("sector"),
                        row.whole("medical"),
                        row.text("airstrip"),
                        row.text("source"),
                        row.text("note")));
        var closed = row.day("closed");
        if (closed.isPresent()) {
            drafts.add(
                    head(row, subject, Handling.OPEN, closed),
                    new Forces.BaseClosed("by " + row.text("source")));
        }
    }

    private void addUnit(Row row) {
        drafts.add(
                head(row, Ids.subject("unit", row.id()), Handling.MISSION, row.day("from")),
                unit(row));
    }

    /// What a row of units says.
    static Forces.UnitDeclared unit(Row row) {
        var part = Forces.Part.valueOf(IncidentWords.constant(row.text("part")));
        return new Forces.UnitDeclared(
                row.id(),
                row.text("name"),
                row.text("contributor"),
                Components.of("component", row.text("component")),
                row.text("base"),
                part,
                Capabilities.of(part, row.list("capabilities")),
                PackReader.mode(row.text("mode")),
                span(row, "speedKmhLow", "speedKmhHigh"),
                span(row, "noticeMinutesLow", "noticeMinutesHigh"),
                row.yes("night"),
                row.wholeOrNull("rangeKm"),
                row.wholeOrNull("seats"),
                row.wholeOrNull("strength"),
                row.text("strengthMeasure"),
                row.day("from").map(PackDate::first).orElse(null),
                row.day("to").map(PackDate::last).orElse(null),
                row.text("provider"),
                row.text("source"),
                noteWithBasis(row),
                WayText.parse("ways", row.text("ways"), null),
                row.wholeOrNull("crewHours"),
                row.day("strengthOn").map(PackDate::last).orElse(null));
    }

    private static String noteWithBasis(Row row) {
        var basis = row.text("basis");
        var note = row.text("note");
        if (basis.isEmpty()) {
            return note;
        }
        return note.isEmpty() ? "basis: " + basis : note + " [basis: " + basis + "]";
    }

    private void addCaveat(Row row) {
        drafts.add(
                head(row, Ids.subject("caveat", row.id()), Handling.MISSION, row.day("from")),
                caveat(row));
    }

    /// What a row of caveats says.
    static Forces.CaveatDeclared caveat(Row row) {
        return new Forces.CaveatDeclared(
                row.id(),
                row.text("unit"),
                Forces.CaveatKind.valueOf(IncidentWords.constant(row.text("kind"))),
                caveatValue(row.text("kind"), row.text("value")),
                row.text("status").equals("declared"),
                row.day("from").map(PackDate::first).orElse(null),
                row.day("to").map(PackDate::last).orElse(null),
                row.text("source"),
                row.text("note"));
    }

    /// Hours of asking the capital as minutes, `2h-12h` as `120-720`; everything else as written.
    private static String caveatValue(String kind, String value) {
        if (!kind.equals("ask-capital")) {
            return value;
        }
        var hours = value.replace("h", "").split("-", -1);
        return Integer.parseInt(hours[0]) * MINUTES_OF_HOUR
                + "-"
                + Integer.parseInt(hours[1]) * MINUTES_OF_HOUR;
    }

    private void addMandate(Row row) {
        drafts.add(
                head(row, Ids.subject("mandate", row.id()), Handling.OPEN, row.day("adopted")),
                new Mandates.MandateAdopted(
                        row.id(),
                        row.text("resolution"),
                        row.day("until").map(PackDate::last).orElse(null),
                        row.text("task"),
                        row.text("priority"),
                        row.wholeOrNull("ceilingMilitary"),
                        row.wholeOrNull("ceilingPolice"),
                        row.text("source"),
                        row.text("note")));
    }

    private Drafts.Head head(Row row, UUID subject, Handling handling, Optional<PackDate> began) {
        @Nullable Happened happened = began.map(PackDate::happened).orElse(null);
        Instant known = began.map(PackDate::end).orElse(publication.of(row.text("source")));
        return new Drafts.Head(
                subject,
                happened,
                known,
                "",
                Component.OUTSIDE,
                handling,
                row.table().file(),
                row.line());
    }

    private static Forces.Span span(Row row, String low, String high) {
        return new Forces.Span(row.whole(low), row.whole(high));
    }
}
