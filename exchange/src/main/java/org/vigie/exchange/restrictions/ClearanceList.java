package org.vigie.exchange.restrictions;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Gate;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.exchange.packs.HeldPacks;
import org.vigie.geo.BadInput;
import org.vigie.geo.Outline;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Forces.ClearanceListed;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Forces.ClearanceTerms;
import org.vigie.record.Forces.Zone;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ledger;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.restrict.Clearances;

/// A mission's own list of requests to the host state: one row is one request with what was decided
/// of it. The key is the list's own number, column `request`. What a row says is for the mission.
///
/// With `--known-at source` a row is known from the day of its last word on, the decision's or else
/// the request's, so that no picture holds a decision before it was made.
public final class ClearanceList implements Format {

    static final String CODE = "restrictions";

    /// All columns, those that must be there first.
    public static final List<String> COLUMNS =
            List.of(
                    "request",
                    "kind",
                    "asset",
                    "asked",
                    "outcome",
                    "note_verbale",
                    "requester",
                    "sector",
                    "place",
                    "latitude",
                    "longitude",
                    "lead_hours",
                    "decided",
                    "reason",
                    "with_force",
                    "area",
                    "from",
                    "to",
                    "source",
                    "note");

    private static final int REQUIRED = 6;
    private static final int DAY_LENGTH = 10;
    private static final int TEXT_MAX = 2_000;

    /// What another program wrote meanwhile counts too, by whatever clock.
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /// How a spreadsheet is kept from taking a text for a formula: taken off again.
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private static final String MOMENT =
            "a day such as 2022-11-15 or a time such as 2022-11-15T14:00Z";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "Requests to the host state (columns request, kind, asset, asked, outcome,"
                + " note_verbale …)";
    }

    @Override
    public Class<ClearanceListed> body() {
        return ClearanceListed.class;
    }

    @Override
    public String keyColumn() {
        return "request";
    }

    @Override
    public String definition() {
        return "a request of the mission to the host state, with what was decided";
    }

    @Override
    public Handling handling() {
        return Handling.MISSION;
    }

    @Override
    public Gate gate(Ledger ledger, Instant now) throws IOException {
        return new ClearanceGate(
                ledger.asOf(EVER, EVER, Viewer.owner()), HeldPacks.sectors(ledger), now);
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names(COLUMNS.subList(0, REQUIRED).toArray(String[]::new));
    }

    @Override
    public Layout layout(Opening opening) {
        var header = opening.header();
        for (var name : header.names()) {
            if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new BadInput("header", name, "one of " + String.join(", ", COLUMNS));
            }
        }
        return new Layout(
                opening.separator(),
                true,
                true,
                header,
                Collections.emptySortedMap(),
                new Rows()::read);
    }

    /// One file's rows: a note verbale that stands twice is seen here alone.
    private static final class Rows {

        /// The lines of the notes by their reference.
        private final Map<String, Integer> notes = new HashMap<>();

        Draft read(Row row) {
            row.needed("request");
            var key = text(row, "request");
            var asked = needed(row, "asked");
            var body = body(row, key, asked);
            var note = body.terms().noteVerbale().toLowerCase(Locale.ROOT);
            var earlier = note.isEmpty() ? null : notes.putIfAbsent(note, row.line());
            if (earlier != null) {
                throw new BadInput(
                        "note_verbale",
                        body.terms().noteVerbale(),
                        "the reference of one request, and stands in line "
                                + earlier
                                + " too; where one note asks for several, number them: "
                                + body.terms().noteVerbale()
                                + "-1, -2");
            }
            var last = body.decidedOn() == null ? asked : body.decidedOn();
            return new Draft(key, asked, later(asked, last), null, body);
        }

        private static LocalDate later(Happened one, Happened other) {
            return one.lastDay().isAfter(other.lastDay()) ? one.lastDay() : other.lastDay();
        }

        private static ClearanceListed body(Row row, String key, Happened asked) {
            var kind = Clearances.kind("kind", word(row, "kind"));
            var outcome = Clearances.outcome("outcome", word(row, "outcome"));
            var decided = moment(row, "decided");
            checkDecision(row, asked, outcome, decided);
            var zone = zone(row);
            Clearances.checkZone(kind, text(row, "place"), zone);
            return new ClearanceListed(
                    CODE,
                    key,
                    kind,
                    Clearances.asset("asset", word(row, "asset")),
                    site(row),
                    new ClearanceTerms(
                            Clearances.requester("requester", word(row, "requester")),
                            text(row, "sector"),
                            Clearances.leadHours(
                                    "lead_hours",
                                    row.wholeNumber("lead_hours", 0, Clearances.LEAD_HOURS_MAX)),
                            text(row, "note_verbale"),
                            text(row, "with_force"),
                            zone,
                            text(row, "source")),
                    decided,
                    outcome,
                    text(row, "reason"),
                    text(row, "note"));
        }

        private static void checkDecision(
                Row row,
                Happened asked,
                @Nullable ClearanceOutcome outcome,
                @Nullable Happened decided) {
            if (outcome == null && decided != null) {
                throw new BadInput("decided", row.text("decided"), "empty while it is pending");
            }
            if (outcome == null && !row.text("reason").isEmpty()) {
                throw new BadInput("reason", row.text("reason"), "empty while it is pending");
            }
            Clearances.checkOrder("decided", asked, decided);
        }

        private static @Nullable Zone zone(Row row) {
            var area = row.text("area");
            var from = moment(row, "from");
            var to = moment(row, "to");
            if (area.isEmpty() && from == null && to == null) {
                return null;
            }
            return new Zone(
                    area.isEmpty() ? List.<Position>of() : Outline.parse("area", area),
                    from == null ? null : from.first(),
                    to == null ? null : end(to));
        }

        /// A bare day ends at its end.
        private static Instant end(Happened to) {
            return to.precision() == org.vigie.record.DatePrecision.MINUTE
                    ? to.last()
                    : to.overNoLaterThan().minusMillis(1);
        }

        private static Site site(Row row) {
            var position = row.position("latitude", "longitude");
            var name = text(row, "place");
            return position == null
                    ? Site.named(name)
                    : Site.at(name, position, PlacePrecision.NEAR);
        }

        private static Happened needed(Row row, String column) {
            return Optional.ofNullable(moment(row, column))
                    .orElseThrow(() -> new BadInput(column, null, MOMENT));
        }

        private static @Nullable Happened moment(Row row, String column) {
            var text = row.text(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return text.length() > DAY_LENGTH
                        ? Happened.at(OffsetDateTime.parse(text).toInstant())
                        : Happened.on(LocalDate.parse(text));
            } catch (DateTimeException e) {
                throw new BadInput(column, text, MOMENT, e);
            }
        }

        /// A word of a list, as people type it: `Drone`, `partly granted`.
        private static String word(Row row, String column) {
            return row.text(column).toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        }

        private static String text(Row row, String column) {
            var text = row.text(column);
            if (text.length() > TEXT_MAX) {
                throw new BadInput(column, text, "no longer than " + TEXT_MAX + " characters");
            }
            boolean kept =
                    text.length() > 1
                            && text.charAt(0) == '\''
                            && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
            return kept ? text.substring(1) : text;
        }
    }
}
