package org.vigie.exchange.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// What only a look across cells and tables shows: figures in the wrong order, numbers without a
/// basis, places outside the country, incidents without a source.
final class Plausibility {

    private static final Pattern HOURS_FROM_TO = Pattern.compile("\\d{1,4}h-\\d{1,4}h");
    private static final String AREAS = "codes of areas.csv separated by |";
    private static final Pattern HOURS = Pattern.compile("\\d{1,4}h");

    /// Numbers of a unit, each with the words under which `basis` may name it.
    private static final Map<String, Set<String>> NUMBERS =
            Map.of(
                    "speedKmhLow", Set.of("speedKmhLow", "speed"),
                    "speedKmhHigh", Set.of("speedKmhHigh", "speed"),
                    "noticeMinutesLow", Set.of("noticeMinutesLow", "notice"),
                    "noticeMinutesHigh", Set.of("noticeMinutesHigh", "notice"),
                    "rangeKm", Set.of("rangeKm"),
                    "seats", Set.of("seats"),
                    "strength", Set.of("strength"));

    private static final Set<String> ALSO_BASED =
            Set.of("night", "ways", "crewHours", "from", "to");

    private final PackTables tables;
    private final Findings findings;

    Plausibility(PackTables tables, Findings findings) {
        this.tables = tables;
        this.findings = findings;
    }

    void check(Settings settings, Optional<Mission> mission, List<MapShape> map) {
        actorsOf(settings);
        for (var table : Tables.ALL) {
            tables.rows(table).forEach(this::checkAnyRow);
        }
        tables.rows(Tables.PLACES).forEach(row -> checkPlace(row, mission));
        sectors();
        tables.rows(Tables.UNITS).forEach(this::checkUnit);
        tables.rows(Tables.CAVEATS).forEach(this::checkCaveat);
        boolean fictional = mission.isPresent() && mission.get().fictional();
        tables.rows(Tables.INCIDENTS).forEach(row -> checkIncident(row, fictional));
        tables.rows(Tables.CLAIMS).forEach(this::checkClaim);
        new RegisterChecks(tables, findings).check(fictional);
        shapes(map);
    }

    private void actorsOf(Settings settings) {
        for (var key : List.of("host.actor", "host.forces", "mission.actor")) {
            for (var actor : settings.list(key, "\\|")) {
                if (!tables.knows("actors.csv", actor)) {
                    findings.error(settings.spot(key), "add " + actor + " to actors.csv");
                }
            }
        }
    }

    private void checkAnyRow(Row row) {
        if (row.text("source").equals(Tables.ASSUMED) && !row.has("note")) {
            findings.error(row.spot("note"), "give the reason for what is assumed");
        }
        order(row, "from", "to");
        order(row, "opened", "closed");
        order(row, "adopted", "until");
        order(row, "since", "until");
        numbers(row, "speedKmhLow", "speedKmhHigh");
        numbers(row, "noticeMinutesLow", "noticeMinutesHigh");
        numbers(row, "hoursLow", "hoursHigh");
    }

    private void order(Row row, String from, String to) {
        boolean days =
                row.table().find(from).filter(c -> c.allowed() instanceof Allowed.Day).isPresent();
        if (days && row.has(from) && row.has(to)) {
            var first = PackDate.parse(from, row.text(from));
            var last = PackDate.parse(to, row.text(to));
            if (last.last().isBefore(first.first())) {
                findings.error(row.spot(to), "write a date that is not before " + row.text(from));
            }
        }
    }

    private void numbers(Row row, String low, String high) {
        var least = row.decimalOrNull(low);
        var most = row.decimalOrNull(high);
        if (least != null && most != null && most < least) {
            findings.error(row.spot(high), "write a number that is not below " + row.text(low));
        }
    }

    private void checkPlace(Row row, Optional<Mission> mission) {
        var latitude = row.decimalOrNull("latitude");
        var longitude = row.decimalOrNull("longitude");
        if (latitude == null && longitude == null) {
            return;
        }
        if (latitude == null || longitude == null) {
            var missing = latitude == null ? "latitude" : "longitude";
            findings.error(row.spot(missing), "give both coordinates or none");
            return;
        }
        if (mission.isPresent()
                && !mission.get().bounds().contains(new Position(latitude, longitude))) {
            findings.error(
                    row.spot("latitude"),
                    "put the place inside bbox of mission.properties, or widen bbox; are latitude"
                            + " and longitude the right way round?");
        }
    }

    private void sectors() {
        var sectors = new ArrayList<Row>();
        var parents = tables.byId(Tables.AREAS_TABLE);
        for (var row : tables.rows(Tables.AREAS_TABLE)) {
            if (row.text("level").equals("sector")) {
                sectors.add(row);
            }
        }
        if (sectors.isEmpty()) {
            return;
        }
        var covered = new HashSet<String>();
        sectors.forEach(sector -> covered.addAll(sector.list("members")));
        for (var place : tables.rows(Tables.PLACES)) {
            var seen = new HashSet<String>();
            var area = place.text("area");
            while (!area.isEmpty() && !covered.contains(area) && seen.add(area)) {
                var row = parents.get(area);
                area = row == null ? "" : row.text("parent");
            }
            if (!covered.contains(area)) {
                findings.warning(place.spot("area"), "list its area among the members of a sector");
            }
        }
    }

    private void checkUnit(Row row) {
        if ("0".equals(row.text("speedKmhLow")) && !"0".equals(row.text("speedKmhHigh"))) {
            findings.error(
                    row.spot("speedKmhLow"),
                    "write a speed from 1 to 1000, or 0 in both columns for a unit that never moves");
        }
        var based = new HashSet<String>();
        boolean assumed = false;
        for (var part : row.list("basis")) {
            int colon = part.indexOf(':');
            var field = colon < 0 ? part : part.substring(0, colon);
            var source = colon < 0 ? "" : part.substring(colon + 1);
            based.add(field);
            boolean names =
                    ALSO_BASED.contains(field)
                            || NUMBERS.values().stream().anyMatch(words -> words.contains(field));
            if (!names) {
                findings.error(row.spot("basis"), "name a field before each colon, not " + field);
            }
            if (!source.equals(Tables.ASSUMED) && !tables.knows("sources.csv", source)) {
                findings.error(
                        row.spot("basis"),
                        "name a source of sources.csv or %s behind %s:"
                                .formatted(Tables.ASSUMED, field));
            }
            assumed |= source.equals(Tables.ASSUMED);
        }
        for (var column : Tables.UNITS.columns()) {
            var words = NUMBERS.get(column.name());
            if (words != null
                    && row.has(column.name())
                    && words.stream().noneMatch(based::contains)) {
                findings.error(
                        row.spot(column.name()),
                        "say in basis on which source this number rests, e.g. %s:%s"
                                .formatted(column.name(), Tables.ASSUMED));
            }
        }
        if (assumed && !row.has("note")) {
            findings.error(row.spot("note"), "give the reason for the numbers that are assumed");
        }
        for (var word : row.list("capabilities")) {
            if (!Capabilities.known(word)) {
                findings.warning(
                        new Spot(row.table().file(), row.line(), "capabilities", word),
                        "use a word that a need can ask for; this one finds only itself");
            }
        }
    }

    private void checkCaveat(Row row) {
        var kind = row.text("kind");
        boolean unknownArea =
                kind.equals("area-only")
                        && !row.list("value").stream()
                                .allMatch(area -> tables.knows("areas.csv", area));
        var allowed = unknownArea ? AREAS : caveatAllowed(kind, row.text("value"));
        if (!allowed.isEmpty()) {
            findings.error(row.spot("value"), "write for " + kind + ": " + allowed);
        }
    }

    /// What the value of a caveat must be; empty when it is so.
    static String caveatAllowed(String kind, String value) {
        return switch (kind) {
            case "day-only", "no-offensive", "not-in-rain" -> value.isEmpty() ? "" : "nothing";
            case "max-km" -> value.matches("\\d{1,5}") ? "" : "kilometres, e.g. 50";
            case "area-only" -> value.isEmpty() ? AREAS : "";
            case "ask-capital" ->
                    HOURS_FROM_TO.matcher(value).matches() ? "" : "hours, e.g. 2h-12h";
            case "host-clearance" ->
                    HOURS.matcher(value).matches() || value.equals("each-flight")
                            ? ""
                            : "hours of notice, e.g. 72h, or each-flight";
            case "needs-escort", "needs-lift" -> partAllowed(value);
            case "not-with-host-force" ->
                    value.isEmpty() || value.equals("alleged-perpetrator")
                            ? ""
                            : "alleged-perpetrator or nothing";
            default -> "";
        };
    }

    private static String partAllowed(String value) {
        var part = Tables.UNITS.find("part").orElseThrow().allowed();
        try {
            part.check("value", value);
            return "";
        } catch (BadInput e) {
            return e.allowed();
        }
    }

    private void checkIncident(Row row, boolean fictional) {
        if (row.text("source").equals(Tables.ASSUMED) && !fictional) {
            findings.error(
                    row.spot("source"),
                    "name a source of sources.csv: in a real country's pack no incident stands without one");
        }
        for (var text : row.list("actors")) {
            try {
                var part = IncidentWords.Part.parse("actors", text);
                if (!tables.knows("actors.csv", part.actor())) {
                    findings.error(row.spot("actors"), "add " + part.actor() + " to actors.csv");
                }
            } catch (BadInput e) {
                findings.error(row.spot("actors"), e);
            }
        }
    }

    private void checkClaim(Row row) {
        boolean figure = row.has("low") || row.has("best") || row.has("high");
        if (!figure && !row.has("definition")) {
            findings.error(
                    row.spot("best"),
                    "give low, best or high, or in definition the words of the source");
        }
        numbers(row, "low", "best");
        numbers(row, "best", "high");
        numbers(row, "low", "high");
    }

    private void shapes(List<MapShape> map) {
        for (var shape : map) {
            for (var code : shape.alsoCovers()) {
                if (!tables.knows("areas.csv", code)) {
                    findings.error(
                            new Spot(MapReader.FILE, 0, "alsoCovers", code),
                            "add this code to areas.csv");
                }
            }
            if (shape.kind().equals(MapShape.AREA) && !tables.knows("areas.csv", shape.code())) {
                findings.error(
                        new Spot(MapReader.FILE, 0, "code", shape.code()),
                        "add this code to areas.csv");
            }
        }
    }
}
