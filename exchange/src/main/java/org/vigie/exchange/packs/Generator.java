package org.vigie.exchange.packs;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ledger;

/// Invents events, warnings, false warnings and the host state's answers, for the exercises of an
/// invented country. Same pack, same seed: the same entries, on every machine.
///
/// **Generated violence happens only in a pack with `fictional=true`.** Any other is refused here,
/// whatever its folder holds.
public final class Generator {

    /// The format of the import, as [Housekeeping.ImportOpened] names it.
    public static final String FORMAT = "generator";

    private final Pack pack;
    private final GeneratorSettings settings;
    private final long seed;

    private Generator(Pack pack, GeneratorSettings settings, long seed) {
        this.pack = pack;
        this.settings = settings;
        this.seed = seed;
    }

    /// What generating wrote.
    ///
    /// @param counts of entries
    public record Generated(long seed, Housekeeping.ImportClosed counts) {}

    /// The generator of a pack.
    ///
    /// @param seed null: the one of `generator.properties`
    /// @throws BadInput when the pack is not of an invented country, or has no usable
    ///   `generator.properties`
    public static Generator of(PackFiles files, Pack pack, @Nullable Long seed) throws IOException {
        if (!pack.mission().fictional()) {
            throw new BadInput(
                    "mission",
                    pack.code(),
                    "of an invented country (fictional=true): violence is generated nowhere else");
        }
        var findings = new Findings();
        var settings =
                Texts.find(files, PackReader.GENERATOR, findings)
                        .flatMap(text ->
                                GeneratorSettings.read(
                                        Settings.read(PackReader.GENERATOR, text, findings),
                                        findings));
        if (settings.isEmpty()) {
            throw findings.hasErrors()
                    ? Findings.refusal("generator", files.name(), findings.list())
                    : new BadInput(
                            "generator", files.name(), "a pack with " + PackReader.GENERATOR);
        }
        var from = seed == null ? settings.get().seed() : seed;
        return new Generator(pack, settings.get(), from);
    }

    /// What the mission comes to know until the end of a day, in the order of knowing. A later day
    /// gives the same entries and more.
    public List<Entry> entries(LocalDate until) {
        var end = new PackDate(until, until, org.vigie.record.DatePrecision.DAY, null).end();
        var chance = new Chance(seed);
        var drafts = new Drafts("generate", "generator " + pack.code() + " " + seed);
        var tape = new EventTape(settings, chance, drafts, world());
        var events = new Violence(settings, chance).draw();
        events.forEach(tape::add);
        tape.addFalseWarnings();
        return drafts.list().stream()
                .filter(entry -> !knownAt(entry).isAfter(end))
                .sorted(Comparator.comparing(Generator::knownAt))
                .toList();
    }

    /// Writes what the ledger does not hold yet. Load the pack first.
    public Generated write(Ledger ledger, LocalDate until) throws IOException {
        var name = pack.code() + "/" + seed;
        var holding = Holding.read(ledger, FORMAT, name);
        var options = new TreeMap<String, String>();
        options.put("seed", String.valueOf(seed));
        options.put("until", until.toString());
        var frame = new PackLoader.ImportFrame("generate", FORMAT, name, pack.sha256(), options);
        var importId = frame.id(holding);
        var revision = Revision.of(holding, entries(until), importId, "generated stream");
        if (!revision.isEmpty()) {
            ledger.append(frame.around(importId, revision));
        }
        return new Generated(seed, revision.counts());
    }

    /// The last day that the settings name.
    public LocalDate lastDay() {
        return settings.until();
    }

    private EventTape.World world() {
        var paths = new AreaPath(pack.areas());
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (var place : pack.places()) {
            if (place.area() == null
                    || !settings.share("place.weights").weights().containsKey(place.kind())) {
                continue;
            }
            for (var code : paths.codes(place.area())) {
                if (settings.areas().containsKey(code)) {
                    places.computeIfAbsent(code, key -> new ArrayList<>()).add(place);
                }
            }
        }
        for (var area : settings.areas().keySet()) {
            if (!places.containsKey(area)) {
                throw new BadInput(
                        "area." + area + ".rate", area, "an area that holds a place of the pack");
            }
        }
        var speakers =
                pack.entries().stream()
                        .map(Entry::body)
                        .filter(Facts.SourceRegistered.class::isInstance)
                        .map(Facts.SourceRegistered.class::cast)
                        .filter(source -> !source.sourceKind().equals("data"))
                        .toList();
        if (speakers.isEmpty()) {
            throw new BadInput("sources", pack.code(), "at least one that is not data");
        }
        return new EventTape.World(places, speakers, new PackIndex(pack));
    }

    private static Instant knownAt(Entry entry) {
        return Objects.requireNonNull(entry.knownAt(), "a generated entry has its moment");
    }
}
