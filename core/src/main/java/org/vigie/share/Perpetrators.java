package org.vigie.share;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.record.ActorClass;
import org.vigie.record.Facts;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Picture;

/// What sort of actor is said to be behind an incident: by the class that its source gave, by the
/// names and aliases of the declared actors (a mission's pack), and by a short list of private
/// military companies. Of several classes the strictest counts, for a data set calls every group
/// that is no government an armed group.
///
/// When not to trust it: a name that nobody declared and that is on no list is as its source
/// classed it. Declare it as an actor of the pack, with its aliases.
public final class Perpetrators {

    /// Companies that have fought, or been said to fight, beside a government, as whole words of a
    /// name, without case, accents and signs. Kept short on purpose: a mission declares its own.
    static final List<String> PRIVATE_MILITARY =
            List.of(
                    "wagner",
                    "africa corps",
                    "redut",
                    "executive outcomes",
                    "sandline",
                    "dyck advisory group",
                    "sttep",
                    "blackwater",
                    "academi",
                    "sadat",
                    "agemira",
                    "sewa security",
                    "officers union for international security",
                    "russian instructors",
                    "mercenaries");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Set<ActorClass>> declared;

    /// What was found of a name as it is written: the same few stand in a million rows.
    private final Map<Involved, Set<ActorClass>> found = new HashMap<>();

    private Perpetrators(Map<String, Set<ActorClass>> declared) {
        this.declared = declared;
    }

    /// By the actors that a picture has declared, now or ever: a name means what it meant.
    public static Perpetrators of(Picture picture) {
        Map<String, Set<ActorClass>> declared = new HashMap<>();
        for (var recorded : picture.entries(Facts.ActorDeclared.class)) {
            if (recorded.body() instanceof Facts.ActorDeclared actor) {
                var names = new ArrayList<>(actor.aliases());
                names.add(actor.name());
                names.add(actor.code());
                for (var name : names) {
                    declared.computeIfAbsent(plain(name), key -> EnumSet.noneOf(ActorClass.class))
                            .add(actor.actorClass());
                }
            }
        }
        return new Perpetrators(declared);
    }

    /// Without any declared actor.
    static Perpetrators undeclared() {
        return new Perpetrators(Map.of());
    }

    /// Whether the host state, or a force that may fight beside it, is said to have attacked.
    public boolean ofState(IncidentKind kind, List<Involved> actors) {
        return actors.stream()
                .filter(involved -> alleged(kind, involved))
                .flatMap(involved -> classes(involved).stream())
                .anyMatch(ActorClass::mayStandWithTheHostState);
    }

    /// Whether somebody is said to have attacked of whom nobody said what sort of actor it is.
    boolean unknown(IncidentKind kind, List<Involved> actors) {
        return actors.stream()
                .filter(involved -> alleged(kind, involved))
                .anyMatch(involved -> classes(involved).equals(Set.of(ActorClass.UNKNOWN)));
    }

    /// Sides of a fight are no allegation; an attacker is, and so is a part that nobody has named.
    /// Where civilians were attacked, a side that is not the target is no side of a fight.
    private static boolean alleged(IncidentKind kind, Involved involved) {
        return switch (involved.role()) {
            case ATTACKER, UNKNOWN -> true;
            case SIDE_A, SIDE_B -> kind.againstCivilians();
            case TARGET -> false;
        };
    }

    private Set<ActorClass> classes(Involved involved) {
        return found.computeIfAbsent(involved, this::look);
    }

    private Set<ActorClass> look(Involved involved) {
        var name = plain(involved.actor());
        var classes = EnumSet.of(involved.actorClass());
        classes.addAll(declared.getOrDefault(name, Set.of()));
        var words = " " + name + " ";
        if (PRIVATE_MILITARY.stream().anyMatch(company -> words.contains(" " + company + " "))) {
            classes.add(ActorClass.PRIVATE_MILITARY);
        }
        if (classes.size() > 1) {
            classes.remove(ActorClass.UNKNOWN);
        }
        return classes;
    }

    private static String plain(String name) {
        var letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD));
        return SIGNS.matcher(letters.replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
