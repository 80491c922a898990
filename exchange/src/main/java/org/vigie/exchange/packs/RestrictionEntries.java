package org.vigie.exchange.packs;

import static org.vigie.exchange.packs.Table.may;
import static org.vigie.exchange.packs.Table.must;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.restrict.Clearances;

/// Requests to the host state that a pack tells, as entries of the restriction register: the same
/// things as those of a mission's own list of the same numbers. For the mission, as that list is.
/// Each is known as its source is, and never before the day of its last word.
final class RestrictionEntries {

    /// The mission's own list, which says more of the same request.
    private static final String LIST = "restrictions";

    private final Drafts drafts;
    private final Sites sites;
    private final List<PackArea> areas;
    private final Publication publication;

    RestrictionEntries(Drafts drafts, Sites sites, List<PackArea> areas, Publication publication) {
        this.drafts = drafts;
        this.sites = sites;
        this.areas = areas;
        this.publication = publication;
    }

    /// The columns of the file; the words are those of the mission's own list.
    static Table table() {
        return new Table(
                "restrictions.csv",
                false,
                List.of("request"),
                List.of(
                        must("request", Tables.ID),
                        must("kind", new Allowed.Word(Clearances.KINDS)),
                        must("asset", new Allowed.Word(Clearances.ASSETS)),
                        must("asked", Tables.DAY),
                        must(
                                "outcome",
                                new Allowed.Word(
                                        List.of(
                                                "granted",
                                                "partly-granted",
                                                "refused",
                                                "no-answer",
                                                "withdrawn",
                                                "pending"))),
                        may("decided", Tables.DAY),
                        may(
                                "requester",
                                new Allowed.Word(
                                        Arrays.stream(Component.values())
                                                .map(Clearances::code)
                                                .toList())),
                        may("sector", Tables.AREA),
                        may("place", Tables.PLACE),
                        may("leadHours", new Allowed.Whole(0, Clearances.LEAD_HOURS_MAX)),
                        may("noteVerbale", Tables.TEXT),
                        may("reason", Tables.TEXT),
                        may("from", Tables.DAY),
                        may("to", Tables.DAY),
                        Tables.SOURCE,
                        Tables.LINE,
                        Tables.NOTE));
    }

    void add(PackTables tables, Map<String, Place> places) {
        for (var row : tables.rows(Tables.RESTRICTIONS)) {
            var place = places.get(row.text("place"));
            var site = place == null ? Site.named(row.text("place")) : sites.of(place);
            drafts.add(head(row), body(row, site));
        }
    }

    private Drafts.Head head(Row row) {
        var asked = row.day("asked");
        var last = row.day("decided").or(() -> asked);
        Instant published = publication.of(row.text("source"));
        return new Drafts.Head(
                Ids.subject(LIST, row.id()),
                asked.map(PackDate::happened).orElse(null),
                last.map(PackDate::end).filter(published::isBefore).orElse(published),
                "",
                Component.OUTSIDE,
                Handling.MISSION,
                row.table().file(),
                row.line());
    }

    private Forces.ClearanceListed body(Row row, Site site) {
        return new Forces.ClearanceListed(
                LIST,
                row.id(),
                row.text("kind"),
                row.text("asset"),
                site,
                new Forces.ClearanceTerms(
                        row.text("requester"),
                        sector(row.text("sector")),
                        row.wholeOrNull("leadHours"),
                        row.text("noteVerbale"),
                        "",
                        zone(row),
                        row.text("source")),
                decided(row),
                Clearances.outcome("outcome", row.text("outcome")),
                row.text("reason"),
                RegisterEntries.noted(row));
    }

    private static @Nullable Happened decided(Row row) {
        return row.day("decided").map(PackDate::happened).orElse(null);
    }

    private static Forces.@Nullable Zone zone(Row row) {
        var from = row.day("from");
        var to = row.day("to");
        return from.isEmpty() && to.isEmpty()
                ? null
                : new Forces.Zone(
                        List.of(),
                        from.map(day -> day.happened().first()).orElse(null),
                        to.map(PackDate::end).orElse(null));
    }

    private String sector(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .map(PackArea::name)
                .findFirst()
                .orElse(code);
    }

    /// What cannot be so in a row.
    static void check(PackTables tables, Findings findings) {
        for (var row : tables.rows(Tables.RESTRICTIONS)) {
            boolean pending = row.text("outcome").equals(Clearances.PENDING);
            for (var column : List.of("decided", "reason")) {
                if (pending && row.has(column)) {
                    findings.error(row.spot(column), "leave this empty while it is pending");
                }
            }
            try {
                Clearances.checkOrder(
                        "decided",
                        row.day("asked").map(PackDate::happened).orElse(null),
                        decided(row));
                Clearances.checkZone(row.text("kind"), row.text("place"), zone(row));
            } catch (BadInput refused) {
                findings.error(
                        row.spot(refused.field()),
                        "%s must be %s".formatted(refused.field(), refused.allowed()));
            }
        }
    }
}
