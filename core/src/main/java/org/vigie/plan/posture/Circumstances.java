package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.geo.Wording;
import org.vigie.plan.Unit;
import org.vigie.record.Forces.CaveatKind;

/// One way in which things may be for a posture, and how likely it is against the others: a season,
/// day or night, what the host state lets through, bombs under the road.
///
/// What it changes: rains and bombs make the way slower by the factors of the travel model, and
/// keep units at home that do not move in rain; by night those who move by day only serve nobody;
/// where flights are refused nothing that flies serves anybody, and no hospital is reached by air;
/// where movement on the ground is refused nothing else does. When it must not be trusted: it does
/// not make the night slower for those who may move in it, and weather changes within a day.
///
/// @param weight how likely it is against the others, above 0
public record Circumstances(
        double weight,
        boolean rains,
        boolean night,
        boolean flights,
        boolean ground,
        boolean bombs) {

    /// A heavier weight is a slip of the hand.
    private static final double WEIGHT_MAX = 1e6;

    /// What there is when nobody says more.
    public static final Circumstances EASY = new Circumstances(1, false, false, true, true, false);

    private static final String ALLOWED =
            "words with + between and a weight, such as dry=0.7 or rains+night+no-flights=0.3; the"
                    + " words are dry or rains, day or night, flights or no-flights, ground or"
                    + " no-ground, calm or bombs";

    private static final List<List<String>> WORDS =
            List.of(
                    List.of("dry", "rains"),
                    List.of("day", "night"),
                    List.of("flights", "no-flights"),
                    List.of("ground", "no-ground"),
                    List.of("calm", "bombs"));

    public Circumstances {
        if (!(weight > 0 && weight <= WEIGHT_MAX)) {
            throw new BadInput(
                    "scenario weight", weight, "above 0, and at most " + (int) WEIGHT_MAX);
        }
    }

    /// Reads `rains+no-flights=0.3`.
    public static Circumstances parse(String text) {
        int at = text.lastIndexOf('=');
        if (at < 1) {
            throw new BadInput("scenario", text, ALLOWED);
        }
        Set<String> said = new LinkedHashSet<>();
        for (var word : text.substring(0, at).split("\\+", -1)) {
            var plain = word.strip().toLowerCase(Locale.ROOT);
            if (WORDS.stream().noneMatch(pair -> pair.contains(plain)) || !said.add(plain)) {
                throw new BadInput("scenario", text, ALLOWED);
            }
        }
        if (WORDS.stream().anyMatch(said::containsAll)) {
            throw new BadInput("scenario", text, "one word of each pair: " + ALLOWED);
        }
        return new Circumstances(
                Share.number("scenario", text, text.substring(at + 1)),
                said.contains("rains"),
                said.contains("night"),
                !said.contains("no-flights"),
                !said.contains("no-ground"),
                said.contains("bombs"));
    }

    /// The same with another weight.
    public Circumstances weighing(double other) {
        return new Circumstances(other, rains, night, flights, ground, bombs);
    }

    /// Its words as [#parse] reads them, without the weight; season and time of day are always
    /// said.
    public String code() {
        var said = new ArrayList<>(List.of(rains ? "rains" : "dry", night ? "night" : "day"));
        if (!flights) {
            said.add("no-flights");
        }
        if (!ground) {
            said.add("no-ground");
        }
        if (bombs) {
            said.add("bombs");
        }
        return String.join("+", said);
    }

    /// Its words for a person.
    public List<Wording> words() {
        var said = new ArrayList<Wording>();
        said.add(rains ? PostureWords.IN_THE_RAINS : PostureWords.DRY);
        said.add(night ? PostureWords.BY_NIGHT : PostureWords.BY_DAY);
        if (!flights) {
            said.add(PostureWords.FLIGHTS_REFUSED);
        }
        if (!ground) {
            said.add(PostureWords.GROUND_REFUSED);
        }
        if (bombs) {
            said.add(PostureWords.BOMBS);
        }
        return List.copyOf(said);
    }

    /// The way as it is then.
    RouteState way() {
        return new RouteState(
                Surface.TRACK,
                rains ? Season.RAINS : Season.DRY,
                bombs ? Danger.IED_THREAT : Danger.CALM,
                false);
    }

    /// Whether a unit serves anybody then. A hospital does not move: it is reached by air.
    boolean lets(Unit unit) {
        boolean stays = unit.speed() == null;
        boolean byAir = stays || unit.mode() == Mode.HELICOPTER || unit.mode() == Mode.FIXED_WING;
        if (byAir ? !flights : !ground) {
            return false;
        }
        return stays
                || ((!night || (unit.night() && !has(unit, CaveatKind.DAY_ONLY)))
                        && (!rains || !has(unit, CaveatKind.NOT_IN_RAIN)));
    }

    private static boolean has(Unit unit, CaveatKind kind) {
        return unit.caveats().stream().anyMatch(caveat -> caveat.kind() == kind);
    }
}
