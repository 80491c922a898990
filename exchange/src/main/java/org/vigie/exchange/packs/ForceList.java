package org.vigie.exchange.packs;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.force.WayText;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.record.Body;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;

/// A mission's own list of its bases, units or caveats, with the columns of a pack's table: a row
/// takes the place of the pack's row with the same id, and both stay in the ledger. Bases may have
/// `latitude` and `longitude` beside `place`.
///
/// Rows are held to what the ledger knows: a unit stands at a base, a caveat is of a unit, a base
/// is where the mission is.
public final class ForceList implements Format {

    /// Which table.
    public enum Which {
        BASES("base"),
        UNITS("unit"),
        CAVEATS("caveat");

        private final String subject;

        Which(String subject) {
            this.subject = subject;
        }

        private Table table() {
            return switch (this) {
                case BASES -> Tables.BASES;
                case UNITS -> Tables.UNITS;
                case CAVEATS -> Tables.CAVEATS;
            };
        }

        private boolean begins(Opening opening) {
            return switch (this) {
                case BASES -> opening.names("id", "place", "medical", "airstrip");
                case UNITS -> opening.names("id", "base", "part", "noticeminuteslow");
                case CAVEATS -> opening.names("id", "unit", "kind", "status");
            };
        }
    }

    /// No entry is known later.
    private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

    /// Columns that a pack must fill and a mission's own list need not.
    private static final List<String> NEED_NOT = List.of("source", "basis");

    private final Which which;
    private final ForceGround ground;

    /// A table, as it is recognised.
    public ForceList(Which which) {
        this(which, ForceGround.UNKNOWN);
    }

    private ForceList(Which which, ForceGround ground) {
        this.which = which;
        this.ground = ground;
    }

    @Override
    public String code() {
        return "force-" + which.subject + "s";
    }

    @Override
    public String source() {
        return which.subject;
    }

    @Override
    public String title() {
        return switch (which) {
            case BASES -> "Bases of the mission (columns id, name, place, medical, airstrip …)";
            case UNITS -> "Units of the mission (columns id, name, base, part, noticeMinutesLow …)";
            case CAVEATS -> "Caveats of units (columns id, unit, kind, status …)";
        };
    }

    @Override
    public Class<? extends Body> body() {
        return switch (which) {
            case BASES -> Forces.BaseOpened.class;
            case UNITS -> Forces.UnitDeclared.class;
            case CAVEATS -> Forces.CaveatDeclared.class;
        };
    }

    @Override
    public String keyColumn() {
        return "id";
    }

    @Override
    public String definition() {
        return switch (which) {
            case BASES -> "a base of the mission";
            case UNITS -> "a unit of the mission";
            case CAVEATS -> "a rule on the use of a unit";
        };
    }

    @Override
    public Handling handling() {
        return which == Which.BASES ? Handling.OPEN : Handling.MISSION;
    }

    @Override
    public boolean recognises(Opening opening) {
        return which.begins(opening);
    }

    @Override
    public Format on(Ledger ledger) throws IOException {
        return new ForceList(which, ForceGround.of(ledger.asOf(ALWAYS, ALWAYS, Viewer.owner())));
    }

    @Override
    public Layout layout(Opening opening) {
        var names = new HashMap<String, String>();
        for (var name : opening.header().names()) {
            names.put(column(name), name);
        }
        for (var column : which.table().columns()) {
            if (must(column) && !names.containsKey(column.name())) {
                throw new BadInput("header", column.name(), "there: without it no row can be read");
            }
        }
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                this::read);
    }

    /// The table's own spelling of a column's name.
    private String column(String name) {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        which.table().columns().forEach(column -> known.put(column.name(), column.name()));
        if (which == Which.BASES) {
            known.put(ForceGround.LATITUDE, ForceGround.LATITUDE);
            known.put(ForceGround.LONGITUDE, ForceGround.LONGITUDE);
        }
        var found = known.get(name.strip());
        if (found == null) {
            throw new BadInput("header", name, "one of " + String.join(", ", known.keySet()));
        }
        return found;
    }

    private static boolean must(Table.Column column) {
        return column.must() && !NEED_NOT.contains(column.name());
    }

    private Draft read(org.vigie.exchange.imports.Row given) {
        var row = checked(given);
        order(row, "from", "to");
        order(row, "opened", "closed");
        var began = row.day(which == Which.BASES ? "opened" : "from");
        return new Draft(
                row.id(),
                began.map(PackDate::happened).orElse(null),
                began.map(PackDate::last).orElse(null),
                null,
                switch (which) {
                    case BASES -> base(row, given);
                    case UNITS -> unit(row);
                    case CAVEATS -> caveat(row);
                });
    }

    /// The row with its cells checked one by one, as a pack's are.
    private Row checked(org.vigie.exchange.imports.Row given) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (var column : which.table().columns()) {
            var value = given.text(column.name());
            if (value.isEmpty() && must(column)) {
                throw new BadInput(column.name(), null, "given" + ground.hint(column.name()));
            }
            if (!value.isEmpty()) {
                column.allowed().check(column.name(), value);
            }
            cells.put(column.name(), value);
        }
        return new Row(which.table(), given.line(), cells);
    }

    private static void order(Row row, String from, String to) {
        if (row.has(from) && row.has(to)) {
            var first = row.day(from).orElseThrow().first();
            if (row.day(to).orElseThrow().last().isBefore(first)) {
                throw new BadInput(to, row.text(to), "not before " + row.text(from));
            }
        }
    }

    private Forces.BaseOpened base(Row row, org.vigie.exchange.imports.Row given) {
        var position = given.position(ForceGround.LATITUDE, ForceGround.LONGITUDE);
        return new Forces.BaseOpened(
                row.id(),
                row.text("name"),
                ground.site(row.text("place"), position),
                row.text("sector"),
                row.whole("medical"),
                row.text("airstrip"),
                row.text("source"),
                row.text("note"),
                row.day("closed").map(PackDate::last).orElse(null));
    }

    private Forces.UnitDeclared unit(Row row) {
        ground.requireBase(row.text("base"));
        numbers(row, "speedKmhLow", "speedKmhHigh");
        numbers(row, "noticeMinutesLow", "noticeMinutesHigh");
        var mode = PackReader.mode(row.text("mode"));
        WayText.parse("ways", row.text("ways"), mode);
        if (row.has("crewHours") && mode != Mode.HELICOPTER && mode != Mode.FIXED_WING) {
            throw new BadInput(
                    "crewHours", row.text("crewHours"), "empty where a unit does not fly");
        }
        if (row.has("strengthOn") && !row.has("strength")) {
            throw new BadInput(
                    "strengthOn", row.text("strengthOn"), "empty where no strength is stated");
        }
        for (var word : row.list("capabilities")) {
            if (!Capabilities.known(word)) {
                throw new BadInput(
                        "capabilities",
                        word,
                        "words of this list: " + String.join(", ", Capabilities.words()));
            }
        }
        return ForceEntries.unit(row);
    }

    private static void numbers(Row row, String low, String high) {
        @Nullable Integer least = row.wholeOrNull(low);
        @Nullable Integer most = row.wholeOrNull(high);
        if (least != null && most != null && most < least) {
            throw new BadInput(high, row.text(high), "not below " + row.text(low));
        }
    }

    private Forces.CaveatDeclared caveat(Row row) {
        ground.requireUnit(row.text("unit"));
        var allowed = caveatAllowed(row.text("kind"), row.text("value"));
        if (!allowed.isEmpty()) {
            throw new BadInput(
                    "value", row.text("value"), "for " + row.text("kind") + ": " + allowed);
        }
        return ForceEntries.caveat(row);
    }

    /// What the value of a caveat must be, empty when it is so. One that would leave a unit nothing
    /// to do is refused: a unit that may go nowhere has gone.
    public static String caveatAllowed(String kind, String value) {
        var allowed = Plausibility.caveatAllowed(kind, value);
        return allowed.isEmpty() && kind.equals("max-km") && Integer.parseInt(value) == 0
                ? "1 kilometre or more: with 0 the unit could do nothing at all; say that it has gone"
                        + " instead"
                : allowed;
    }
}
