package org.vigie.record;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// How the sources at hand write the area and the actor of a filter: *Ouham prefecture* is *Ouham
/// province* to one of them and *Ouham* to another. [Known#spell] finds them.
///
/// @param first names of first-level areas, in lower case
/// @param second names of second-level areas
/// @param countries names of countries
/// @param actors names of actors
public record Spellings(
        Set<String> first, Set<String> second, Set<String> countries, Set<String> actors) {

    /// Nothing beyond what was typed, in any case of letters.
    public static final Spellings BY_THE_LETTER =
            new Spellings(Set.of(), Set.of(), Set.of(), Set.of());

    public Spellings {
        first = sorted(first);
        second = sorted(second);
        countries = sorted(countries);
        actors = sorted(actors);
    }

    boolean has(String area, Place place) {
        return has(area, place.adm1(), place.adm2(), place.country());
    }

    /// Whether a place lies in the area that was asked for.
    public boolean has(String area, Site site) {
        return has(
                area,
                Objects.requireNonNullElse(site.adm1(), ""),
                Objects.requireNonNullElse(site.adm2(), ""),
                Objects.requireNonNullElse(site.country(), ""));
    }

    private boolean has(String area, String adm1, String adm2, String country) {
        return area.equalsIgnoreCase(adm1.isEmpty() ? By.UNKNOWN : adm1)
                || area.equalsIgnoreCase(adm2)
                || area.equalsIgnoreCase(country)
                || first.contains(lower(adm1))
                || second.contains(lower(adm2))
                || countries.contains(lower(country));
    }

    boolean hasActor(String asked, String actor) {
        return asked.equalsIgnoreCase(actor) || actors.contains(lower(actor));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(
                new TreeSet<>(names.stream().map(Spellings::lower).toList()));
    }

    /// The same with these spellings of the actor.
    Spellings ofActors(Set<String> names) {
        return new Spellings(first, second, countries, names);
    }

    /// The names of a level, as packs count levels.
    Set<String> level(String level) {
        return switch (level) {
            case "0" -> countries;
            case "1" -> first;
            case "2" -> second;
            default -> Set.of();
        };
    }

    /// Whether the sources have another spelling of an area.
    boolean ofArea() {
        return List.of(first, second, countries).stream().anyMatch(names -> !names.isEmpty());
    }
}
