package org.vigie.exchange.packs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.DatePrecision;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;

/// The words of packs and chronologies for incidents, and what they mean in the record.
final class IncidentWords {

    private static final Map<String, IncidentKind> KINDS =
            Map.ofEntries(
                    Map.entry("attack-on-civilians", IncidentKind.VIOLENCE_AGAINST_CIVILIANS),
                    Map.entry("attack-on-mission", IncidentKind.ATTACK_ON_MISSION),
                    Map.entry("battle", IncidentKind.BATTLE),
                    Map.entry("explosive-device", IncidentKind.EXPLOSION),
                    Map.entry("abduction", IncidentKind.VIOLENCE_AGAINST_CIVILIANS),
                    Map.entry("military-operation", IncidentKind.OTHER),
                    Map.entry("looting", IncidentKind.STRATEGIC_DEVELOPMENT),
                    Map.entry("coup", IncidentKind.OTHER),
                    Map.entry("siege", IncidentKind.OTHER),
                    Map.entry("access-denied", IncidentKind.OTHER),
                    Map.entry("unknown", IncidentKind.OTHER));

    /// The words for the type of an incident, in alphabetical order; the word itself is kept as the
    /// finer type.
    static final List<String> TYPES = List.copyOf(new TreeSet<>(KINDS.keySet()));

    private static final Set<String> ROLES =
            Set.of("attacker", "target", "side-a", "side-b", "unknown");

    private IncidentWords() {}

    static IncidentKind kind(String type) {
        var kind = KINDS.get(type);
        if (kind == null) {
            throw new BadInput("type", type, "one of " + String.join(", ", TYPES));
        }
        return kind;
    }

    static ActorClass actorClass(String word) {
        return ActorClass.valueOf(constant(word));
    }

    static DatePrecision datePrecision(String word) {
        return DatePrecision.valueOf(constant(word));
    }

    /// A part in an incident as written: `attacker:fama`.
    record Part(Involved.Role role, String actor) {

        static Part parse(String field, String text) {
            int colon = text.indexOf(':');
            if (colon < 0 || !ROLES.contains(text.substring(0, colon))) {
                throw new BadInput(
                        field,
                        text,
                        "role:actor with one of the roles attacker, target, side-a, side-b, unknown");
            }
            return new Part(
                    Involved.Role.valueOf(constant(text.substring(0, colon))),
                    text.substring(colon + 1).strip());
        }
    }

    /// `not-in-rain` as the name of a constant.
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
