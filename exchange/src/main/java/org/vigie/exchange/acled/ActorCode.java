package org.vigie.exchange.acled;

import java.util.List;
import java.util.Locale;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;

/// What sort of actor, by ACLED's codes 1 to 8; files print the number or, since the interface of
/// 2024, the word. 0 and an empty cell both mean that there is no such actor.
///
/// Source: ACLED codebook, "Actor names, types and inter codes".
enum ActorCode {
    NONE(""),
    STATE_FORCES("State forces"),
    REBEL_GROUP("Rebel group"),
    POLITICAL_MILITIA("Political militia"),
    IDENTITY_MILITIA("Identity militia"),
    RIOTERS("Rioters"),
    PROTESTERS("Protesters"),
    CIVILIANS("Civilians"),
    EXTERNAL_FORCES("External/Other forces");

    private static final List<ActorCode> ALL = List.of(values());
    private static final String ALLOWED =
            "0 to 8, or one of State forces, Rebel group, Political militia, Identity militia,"
                    + " Rioters, Protesters, Civilians, External/Other forces";

    private final String word;

    ActorCode(String word) {
        this.word = word;
    }

    static ActorCode of(String column, String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        for (var code : ALL) {
            var single = code.word.toLowerCase(Locale.ROOT);
            // Older lists of codes name them in the plural.
            if (plain.equals(single) || plain.equals(single + "s") || plain.equals(code.number())) {
                return code;
            }
        }
        throw new BadInput(column, text, ALLOWED);
    }

    /// As files with numbers print it.
    String number() {
        return "" + ALL.indexOf(this);
    }

    /// As files with words print it.
    String word() {
        return word;
    }

    /// What that is among Vigie's classes; the name tells a UN operation from other outside forces.
    ActorClass actorClass(String name) {
        return switch (this) {
            case NONE, RIOTERS -> ActorClass.UNKNOWN;
            case STATE_FORCES -> ActorClass.STATE;
            case REBEL_GROUP -> ActorClass.ARMED_GROUP;
            case POLITICAL_MILITIA, IDENTITY_MILITIA -> ActorClass.MILITIA;
            case PROTESTERS, CIVILIANS -> ActorClass.CIVILIANS;
            case EXTERNAL_FORCES ->
                    name.contains(": United Nations")
                            ? ActorClass.MISSION
                            : ActorClass.FOREIGN_FORCE;
        };
    }

    /// ACLED's code of who met whom: the lower number first, a sole actor with 0 behind it.
    ///
    /// @param inWords whether the file prints words
    static String interaction(ActorCode one, ActorCode other, boolean inWords) {
        var first = ALL.indexOf(one) <= ALL.indexOf(other) ? one : other;
        var second = first == one ? other : one;
        if (first == NONE) {
            return second == NONE ? "" : inWords ? second.word + " only" : second.number() + "0";
        }
        if (!inWords) {
            return first.number() + second.number();
        }
        boolean turned = first == CIVILIANS && second == EXTERNAL_FORCES;
        return turned ? second.word + "-" + first.word : first.word + "-" + second.word;
    }
}
