package org.vigie.exchange.packs;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;

/// The words of packs and chronologies for the parts of a mission.
final class Components {

    /// `mission` stands where the record does not say which part: the operations centre, through
    /// which everything goes.
    private static final Map<String, Component> WORDS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("force", Component.FORCE),
                            Map.entry("police", Component.POLICE),
                            Map.entry("civil", Component.CIVIL_AFFAIRS),
                            Map.entry("civil-affairs", Component.CIVIL_AFFAIRS),
                            Map.entry("support", Component.MISSION_SUPPORT),
                            Map.entry("leadership", Component.LEADERSHIP),
                            Map.entry("mission", Component.OPERATIONS_CENTRE),
                            Map.entry("operations", Component.OPERATIONS_CENTRE),
                            Map.entry("analysis", Component.ANALYSIS_CENTRE),
                            Map.entry("protection", Component.PROTECTION),
                            Map.entry("human-rights", Component.HUMAN_RIGHTS),
                            Map.entry("political", Component.POLITICAL_AFFAIRS)));

    private Components() {}

    static Component of(String field, String word) {
        var component = WORDS.get(word);
        if (component == null) {
            throw new BadInput(field, word, "one of " + String.join(", ", WORDS.keySet()));
        }
        return component;
    }

    /// The component behind an actor such as `minusma-force`, by the end of its id.
    static Component ofActor(String actor) {
        var last = actor.substring(actor.lastIndexOf('-') + 1);
        return switch (last) {
            case "hrd" -> Component.HUMAN_RIGHTS;
            case "" -> Component.OPERATIONS_CENTRE;
            default -> WORDS.getOrDefault(last, Component.OPERATIONS_CENTRE);
        };
    }
}
