package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Reads all files of a pack and judges them: cells first, then ids that point to other tables,
/// then what only a look across tables shows. Goes on after a fault, so that all are named at once.
final class PackReader {

    static final String SETTINGS = "mission.properties";
    static final String README = "README.md";
    static final String GENERATOR = "generator.properties";

    private static final Pattern CHRONOLOGY = Pattern.compile("chronologies/([a-z0-9-]+)\\.txt");

    private final PackFiles files;
    private final Findings findings = new Findings();
    private final MessageDigest sha256;

    PackReader(PackFiles files) {
        this.files = files;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    PackReading read() throws IOException {
        var settings = settings();
        var mission = MissionReader.read(settings, findings);
        var tables = tables();
        var map = map();
        var chronologies = listFiles();
        new References(tables, findings).check();
        new Plausibility(tables, findings).check(settings, mission, map);
        generator(mission);
        if (mission.isEmpty() || findings.hasErrors()) {
            for (var name : chronologies) {
                text("chronologies/" + name + ".txt")
                        .ifPresent(text -> ChronologyReader.judge(name, text, findings));
            }
            return new PackReading(null, findings.list());
        }
        var pack = pack(mission.get(), tables, map, chronologies);
        for (var name : chronologies) {
            text("chronologies/" + name + ".txt")
                    .ifPresent(text -> ChronologyReader.read(name, text, pack, findings));
        }
        return new PackReading(findings.hasErrors() ? null : pack, findings.list());
    }

    private Pack pack(
            Mission mission, PackTables tables, List<MapShape> map, List<String> chronologies) {
        var areas = areas(tables);
        var places = places(tables);
        return new Pack(
                mission,
                areas,
                places,
                map,
                tables.rows(Tables.LANGUAGES).stream()
                        .map(row ->
                                new SpokenLanguage(
                                        row.id(),
                                        row.text("name"),
                                        row.list("areas"),
                                        row.text("source")))
                        .toList(),
                tables.rows(Tables.TRAVEL).stream().map(PackReader::journey).toList(),
                chronologies,
                new PackEntries(mission, tables, areas, places).list(),
                findings.list(),
                HexFormat.of().formatHex(sha256.digest()));
    }

    private Settings settings() throws IOException {
        var text = text(SETTINGS);
        if (text.isEmpty()) {
            findings.error(Spot.file(SETTINGS), "add this file: every pack needs it");
        }
        return Settings.read(SETTINGS, text.orElse(""), findings);
    }

    private PackTables tables() throws IOException {
        var byFile = new HashMap<String, List<Row>>();
        var ids = new HashMap<String, Set<String>>();
        for (var table : Tables.ALL) {
            var bytes = files.find(table.file());
            if (bytes.isEmpty()) {
                if (table.required()) {
                    findings.error(Spot.file(table.file()), "add this file: every pack needs it");
                } else {
                    ids.put(table.file(), Set.of());
                }
                continue;
            }
            digest(table.file(), bytes.get());
            Texts.read(table.file(), bytes.get(), findings)
                    .flatMap(text -> TableReader.read(table, text, findings))
                    .ifPresent(read -> {
                        byFile.put(table.file(), read.rows());
                        ids.put(table.file(), read.ids());
                    });
        }
        return new PackTables(byFile, ids);
    }

    private List<MapShape> map() throws IOException {
        var bytes = files.find(MapReader.FILE);
        if (bytes.isEmpty()) {
            return List.of();
        }
        digest(MapReader.FILE, bytes.get());
        return MapReader.read(bytes.get(), findings);
    }

    /// Names the files that nobody reads, and gives the chronologies.
    private List<String> listFiles() throws IOException {
        var chronologies = new ArrayList<String>();
        boolean readme = false;
        for (var path : files.list()) {
            var chronology = CHRONOLOGY.matcher(path);
            readme |= path.equals(README);
            if (chronology.matches()) {
                chronologies.add(chronology.group(1));
            } else if (!known(path)) {
                findings.warning(
                        Spot.file(path), "remove or rename it: no such file belongs to a pack");
            }
        }
        if (!readme) {
            findings.error(
                    Spot.file(README),
                    "add this file: what is in the pack, origin and licence of map and data");
        }
        return chronologies;
    }

    private static boolean known(String path) {
        return path.equals(README)
                || path.equals(SETTINGS)
                || path.equals(GENERATOR)
                || path.equals(MapReader.FILE)
                || Tables.ALL.stream().anyMatch(table -> table.file().equals(path));
    }

    private void generator(Optional<Mission> mission) throws IOException {
        var text = text(GENERATOR);
        if (text.isEmpty()) {
            return;
        }
        if (mission.isPresent() && !mission.get().fictional()) {
            findings.error(
                    Spot.file(GENERATOR),
                    "delete this file: violence is generated only in the pack of an invented country"
                            + " (fictional=true)");
            return;
        }
        GeneratorSettings.read(Settings.read(GENERATOR, text.get(), findings), findings);
    }

    private Optional<String> text(String path) throws IOException {
        var bytes = files.find(path);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        digest(path, bytes.get());
        return Texts.read(path, bytes.get(), findings);
    }

    private void digest(String path, byte[] bytes) {
        sha256.update(path.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(bytes);
    }

    private static List<PackArea> areas(PackTables tables) {
        return tables.rows(Tables.AREAS_TABLE).stream()
                .map(row ->
                        new PackArea(
                                row.id(),
                                row.text("name"),
                                row.text("level"),
                                row.textOrNull("parent"),
                                row.list("members"),
                                row.list("aliases"),
                                row.text("source"),
                                row.text("note")))
                .toList();
    }

    private List<Place> places(PackTables tables) {
        var places = new ArrayList<Place>();
        for (var row : tables.rows(Tables.PLACES)) {
            try {
                places.add(place(row));
            } catch (BadInput e) {
                findings.error(row.spot("id"), e);
            }
        }
        return places;
    }

    private static Place place(Row row) {
        var latitude = row.decimalOrNull("latitude");
        var longitude = row.decimalOrNull("longitude");
        return new Place(
                row.id(),
                row.text("name"),
                row.list("aliases"),
                latitude == null || longitude == null ? null : new Position(latitude, longitude),
                PlacePrecision.ofCode(row.text("precision")),
                row.textOrNull("area"),
                row.text("kind"),
                0,
                row.text("source"),
                true);
    }

    private static Journey journey(Row row) {
        return new Journey(
                row.text("name"),
                row.text("from"),
                row.text("to"),
                row.decimalOrNull("km"),
                row.decimalOrNull("hoursLow"),
                row.decimalOrNull("hoursHigh"),
                mode(row.text("mode")),
                row.text("conditions"),
                row.text("source"),
                row.text("note"));
    }

    static Mode mode(String word) {
        return Mode.valueOf(IncidentWords.constant(word));
    }
}
