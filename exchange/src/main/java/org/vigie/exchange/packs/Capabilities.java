package org.vigie.exchange.packs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.record.Forces;

/// The words that a need is matched with, and which word of a unit meets which need.
///
/// A unit has the words of its row, its part as a word, and everything that these imply: a need for
/// `medical` finds a surgical team, a need for `lift` finds transport helicopters. Nothing is
/// implied the other way round: a hospital does not meet a need for `surgery` unless it says so.
public final class Capabilities {

    /// The needs that an officer asks for, with what each means.
    public static final SortedMap<String, String> NEEDS =
            java.util.Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.ofEntries(
                                    Map.entry(
                                            "infantry",
                                            "soldiers who can hold ground or show presence"),
                                    Map.entry("quick-reaction", "soldiers held at short notice"),
                                    Map.entry("police", "formed police"),
                                    Map.entry(
                                            "isr", "eyes: drones, reconnaissance, image analysis"),
                                    Map.entry("eod", "search and clearing of explosive devices"),
                                    Map.entry("medical", "care of wounded, at whatever level"),
                                    Map.entry("surgery", "damage control surgery or more"),
                                    Map.entry("evacuation", "bringing wounded out"),
                                    Map.entry("lift", "carrying people by air"),
                                    Map.entry("fires", "armed helicopters"),
                                    Map.entry("escort", "protecting a column or another unit"),
                                    Map.entry("patrol", "going there and being seen"),
                                    Map.entry("boats", "moving on rivers"),
                                    Map.entry(
                                            "civil",
                                            "civilian staff: engagement, mediation, investigation"))));

    /// What each word implies. Part codes are words like the others.
    private static final Map<String, List<String>> IMPLIED =
            Map.ofEntries(
                    Map.entry("quick-reaction", List.of("infantry")),
                    Map.entry("special-forces", List.of("infantry")),
                    Map.entry("air-mobile", List.of()),
                    Map.entry("foot-infiltration", List.of()),
                    Map.entry("infantry", List.of("patrol")),
                    Map.entry("static-guard", List.of()),
                    Map.entry("temporary-base", List.of()),
                    Map.entry("escort", List.of()),
                    Map.entry("armed-escort", List.of("escort")),
                    Map.entry("patrol", List.of()),
                    Map.entry("boats", List.of()),
                    Map.entry("isr", List.of()),
                    Map.entry("drone", List.of("isr")),
                    Map.entry("small-drones", List.of("isr")),
                    Map.entry("image-analysis", List.of("isr")),
                    Map.entry("reconnaissance", List.of("isr")),
                    Map.entry("eod", List.of()),
                    Map.entry("route-clearance", List.of("eod")),
                    Map.entry("search-and-detect", List.of("eod")),
                    Map.entry("surgical", List.of("surgery")),
                    Map.entry("surgery", List.of("medical")),
                    Map.entry("damage-control-surgery", List.of("surgery")),
                    Map.entry("field-surgery", List.of("surgery")),
                    Map.entry("field-care", List.of("medical")),
                    Map.entry("level-1", List.of("medical")),
                    Map.entry("level-2", List.of("surgery")),
                    Map.entry("level-3", List.of("surgery")),
                    Map.entry("medical", List.of()),
                    Map.entry("casevac", List.of("evacuation")),
                    Map.entry("evacuation", List.of()),
                    Map.entry("transport-helicopter", List.of("lift")),
                    Map.entry("troop-lift", List.of("lift")),
                    Map.entry("lift", List.of()),
                    Map.entry("attack-helicopter", List.of("fires", "escort")),
                    Map.entry("fires", List.of()),
                    Map.entry("police", List.of()),
                    Map.entry("crowd-control", List.of("police")),
                    Map.entry("civil", List.of()),
                    Map.entry("engagement", List.of()),
                    Map.entry("mediation", List.of("engagement")),
                    Map.entry("investigation", List.of()));

    private Capabilities() {}

    /// Whether a word is of this vocabulary. Others are allowed and find only themselves.
    public static boolean known(String word) {
        return IMPLIED.containsKey(word);
    }

    /// All words of this vocabulary, in alphabetical order.
    public static List<String> words() {
        return List.copyOf(new TreeSet<>(IMPLIED.keySet()));
    }

    /// All words that a unit answers to, in alphabetical order.
    public static List<String> of(Forces.Part part, Collection<String> words) {
        SequencedSet<String> all = new TreeSet<>();
        var open = new ArrayDeque<>(words);
        if (part != Forces.Part.OTHER) {
            open.add(part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        while (!open.isEmpty()) {
            var word = open.remove();
            if (all.add(word)) {
                open.addAll(IMPLIED.getOrDefault(word, List.of()));
            }
        }
        return List.copyOf(all);
    }
}
