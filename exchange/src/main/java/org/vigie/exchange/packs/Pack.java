package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.record.Entry;

/// One mission pack, whole and free of errors. Immutable.
///
/// @param areas inputs of an area index, in the order of the file
/// @param places inputs of a gazetteer; all of them say that they come from the pack
/// @param map simple outlines for drawing; empty when the pack has none
/// @param journeys published movements, for calibrating travel times
/// @param chronologies names without folder and ending, e.g. `moura-2022-03`
/// @param entries what the pack says, as entries of a ledger that name no import yet: see
///   [PackLoader]
/// @param warnings what is odd but does no harm
/// @param sha256 of all its files that are read
public record Pack(
        Mission mission,
        List<PackArea> areas,
        List<Place> places,
        List<MapShape> map,
        List<SpokenLanguage> languages,
        List<Journey> journeys,
        List<String> chronologies,
        List<Entry> entries,
        List<Finding> warnings,
        String sha256) {

    /// The packs that Vigie brings with it, by the names of their folders.
    public static final List<String> SHIPPED =
            List.of("mali", "central-african-republic", "ostrelle");

    public Pack {
        areas = List.copyOf(areas);
        places = List.copyOf(places);
        map = List.copyOf(map);
        languages = List.copyOf(languages);
        journeys = List.copyOf(journeys);
        chronologies = List.copyOf(chronologies);
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }

    /// Reads a pack.
    ///
    /// @throws BadInput when it has errors, with the first of them; [PackCheck] lists all
    public static Pack read(PackFiles files) throws IOException {
        var reading = PackReading.of(files);
        return reading.findPack()
                .orElseThrow(
                        () -> Findings.refusal("mission pack", files.name(), reading.findings()));
    }

    /// Reads a pack from a folder.
    public static Pack read(Path folder) throws IOException {
        return read(FolderFiles.of(folder));
    }

    /// Reads a pack that Vigie brings with it, e.g. `mali`.
    public static Pack shipped(String mission) throws IOException {
        return read(ClassPathFiles.of(mission));
    }

    public String code() {
        return mission.code();
    }

    public Optional<Place> findPlace(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    public Optional<PackArea> findArea(String code) {
        return areas.stream().filter(area -> area.code().equals(code)).findFirst();
    }

    /// The sector of the mission in which an area lies, by the members that the pack lists; empty
    /// when none does.
    ///
    /// @param code of an area, usually that of a place
    public Optional<PackArea> findSector(String code) {
        var path = AreaPath.of(areas, code);
        return areas.stream()
                .filter(area -> area.level().equals("sector"))
                .filter(area -> path.stream().anyMatch(area.members()::contains))
                .findFirst();
    }
}
