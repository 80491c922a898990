package org.vigie.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Pace;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.geo.Saying;
import org.vigie.geo.SpeedRange;
import org.vigie.record.Forces;

/// One way in which a unit moves, with the speed that somebody stated for it.
///
/// Where a state of the way is named, the stated speed takes the place of the factor that is
/// assumed for it: nobody is slowed by the rains twice. Where it is not named, or the state is
/// worse than the one that is named, the assumed factor comes on top.
///
/// When it must not be trusted: a stated speed is what its contributor says.
///
/// @param surface null on any
/// @param season null in any
/// @param escorted null whether it keeps together as a column or not
public record UnitWay(
        Mode mode,
        @Nullable Surface surface,
        @Nullable Season season,
        @Nullable Boolean escorted,
        SpeedRange speed) {

    private static final Comparator<UnitWay> SLOWEST =
            Comparator.comparingDouble((UnitWay way) -> -way.speed.highKmh())
                    .thenComparingDouble(way -> -way.speed.lowKmh())
                    .thenComparing(UnitWay::toString);

    /// As an entry has it.
    public static UnitWay of(Forces.Way way) {
        return new UnitWay(
                way.mode(),
                way.surface(),
                way.season(),
                way.escorted(),
                new SpeedRange(way.speedKmh().low(), way.speedKmh().high()));
    }

    /// How fast it is, and through which state of the way that speed is to be reckoned.
    ///
    /// @param state without what the stated speed holds already
    /// @param way the way that was stated; null for the unit's usual speed
    record Own(SpeedRange speed, RouteState state, @Nullable UnitWay way) {

        /// A speed of roads is none of the open country.
        Own offRoad(Mode mode) {
            boolean ground = mode == Mode.ROAD || mode == Mode.FOOT;
            boolean stated = way != null && way.surface == Surface.OFF_ROAD;
            return state.surface() != Surface.OFF_ROAD || !ground || stated
                    ? this
                    : new Own(speed.within(Pace.modelSpeed(mode, Surface.OFF_ROAD)), state, way);
        }
    }

    /// The way that says most about this state; of several the slowest, in whatever order they were
    /// stated. Empty when none fits.
    static Optional<Own> best(List<UnitWay> ways, Mode mode, RouteState state) {
        return ways.stream()
                .filter(way -> way.mode == mode && way.fits(state))
                .max(
                        Comparator.comparingInt((UnitWay way) -> way.said(state))
                                .thenComparing(SLOWEST))
                .map(way -> new Own(way.speed, way.left(state), way));
    }

    /// How fast a unit is by other means than its usual ones where none of its stated ways holds:
    /// as the model of travel has it, and never faster than the fastest that was stated.
    static SpeedRange otherwise(List<UnitWay> ways, Mode mode) {
        var stated = ways.stream().filter(way -> way.mode == mode).map(UnitWay::speed).toList();
        double low = stated.stream().mapToDouble(SpeedRange::lowKmh).max().orElseThrow();
        double high = stated.stream().mapToDouble(SpeedRange::highKmh).max().orElseThrow();
        return Pace.modelSpeed(mode, Surface.TRACK).within(new SpeedRange(low, high));
    }

    private boolean fits(RouteState state) {
        return (surface == null || surface == state.surface())
                && (season == null || season == state.season() || season == easy(mode))
                && (escorted == null || escorted == state.escorted() || !escorted);
    }

    private int said(RouteState state) {
        return (surface == null ? 0 : 1)
                + (season == state.season() ? 1 : 0)
                + (escorted != null && escorted == state.escorted() ? 1 : 0);
    }

    private RouteState left(RouteState state) {
        boolean column = escorted != null && escorted == state.escorted();
        return new RouteState(
                state.surface(),
                season == state.season() ? easy(mode) : state.season(),
                state.danger(),
                !column && state.escorted());
    }

    /// The season that slows nobody down: for boats it is that of high water.
    private static Season easy(Mode mode) {
        return mode == Mode.RIVER ? Season.RAINS : Season.DRY;
    }

    /// As a sentence.
    public Saying words() {
        var said =
                Saying.of(
                        switch (mode) {
                            case ROAD -> PlanWords.GOES_BY_ROAD;
                            case HELICOPTER -> PlanWords.GOES_BY_HELICOPTER;
                            case FOOT -> PlanWords.GOES_ON_FOOT;
                            case RIVER -> PlanWords.GOES_BY_BOAT;
                            case FIXED_WING -> PlanWords.GOES_BY_AEROPLANE;
                        });
        for (var word : states()) {
            said = Saying.of(PlanWords.WAY_JOINED, said, Saying.of(word));
        }
        return Saying.of(
                PlanWords.WAY_SPEED, said, Math.round(speed.lowKmh()), Math.round(speed.highKmh()));
    }

    private List<PlanWords> states() {
        var words = new ArrayList<PlanWords>();
        if (surface != null) {
            words.add(
                    switch (surface) {
                        case PAVED -> PlanWords.WAY_PAVED;
                        case TRACK -> PlanWords.WAY_TRACK;
                        case OFF_ROAD -> PlanWords.WAY_OFF_ROAD;
                    });
        }
        if (season != null) {
            words.add(season == Season.DRY ? PlanWords.WAY_DRY : PlanWords.WAY_RAINS);
        }
        if (escorted != null) {
            words.add(escorted ? PlanWords.WAY_ESCORTED : PlanWords.WAY_ALONE);
        }
        return words;
    }
}
