package org.vigie.geo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.RouteState.Surface;

/// How long a kilometre takes, for one mode and one state of the way: worked out once, asked for
/// many distances. This is what tables of thousands of villages use.
///
/// Each factor is a range. A journey on which all of them are at their worst is not a likely worst
/// case, so they are taken as independent: the middles multiply, and the spreads add as squares, on
/// a logarithmic scale. See [TravelTime] for what is and is not in it.
public final class Pace {

    private final double hoursPerKmEarliest;
    private final double hoursPerKmLatest;
    private final double movingHoursPerDay;
    private final List<Saying> assumptions;

    private Pace(Mode mode, Factor speed, List<Factor> slower) {
        double middle = -speed.logMiddle();
        double squares = speed.logHalf() * speed.logHalf();
        for (var factor : slower) {
            middle += factor.logMiddle();
            squares += factor.logHalf() * factor.logHalf();
        }
        hoursPerKmEarliest = Math.exp(middle - Math.sqrt(squares));
        hoursPerKmLatest = Math.exp(middle + Math.sqrt(squares));
        movingHoursPerDay = TravelFactors.movingHoursPerDay(mode);
        assumptions = sayings(mode, speed, slower);
    }

    /// Per kilometre of the straight line.
    ///
    /// @param unitSpeed the unit's own speed over this kind of way when dry and calm; null for the
    ///   model's
    public static Pace ofStraightLine(Mode mode, RouteState state, @Nullable SpeedRange unitSpeed) {
        return of(mode, state, unitSpeed, TravelFactors.detour(mode, state.surface()));
    }

    /// Per kilometre of a way whose length is known.
    ///
    /// @param unitSpeed as above
    public static Pace ofKnownWay(Mode mode, RouteState state, @Nullable SpeedRange unitSpeed) {
        return of(mode, state, unitSpeed, Factor.none(TravelWords.NO_DETOUR));
    }

    /// What the model takes where nobody stated a speed, dry and calm.
    public static SpeedRange modelSpeed(Mode mode, Surface surface) {
        var speed = TravelFactors.speed(mode, surface);
        return new SpeedRange(speed.low(), speed.high());
    }

    private static Pace of(
            Mode mode, RouteState state, @Nullable SpeedRange unitSpeed, Factor detour) {
        var speed =
                unitSpeed == null
                        ? TravelFactors.speed(mode, state.surface())
                        : Factor.speed(
                                TravelWords.UNIT_SPEED,
                                unitSpeed.lowKmh(),
                                unitSpeed.highKmh(),
                                TravelWords.ITS_OWN);
        return new Pace(
                mode,
                speed,
                List.of(
                        detour,
                        TravelFactors.season(mode, state),
                        TravelFactors.danger(mode, state.danger()),
                        TravelFactors.column(mode, state.escorted())));
    }

    /// Nearly nobody is there before.
    public Duration earliest(double km) {
        return duration(hoursPerKmEarliest * km);
    }

    /// Nearly everybody is there by then, halts for the night included.
    public Duration latest(double km) {
        return withHalts(hoursPerKmLatest * km);
    }

    /// Both ends with the assumptions behind them.
    public Estimate estimate(double km) {
        return new Estimate(earliest(km), latest(km), km, assumptions);
    }

    /// A part of a journey over one kind of way.
    ///
    /// @param km its length
    public record Stretch(Pace pace, double km) {}

    /// Several stretches one after the other. The ends add up, as if what slows one stretch slowed
    /// the next too; halts for the night are those of the whole journey.
    ///
    /// @param stretches at least one, all in one mode
    public static Estimate over(List<Stretch> stretches) {
        double least = 0;
        double most = 0;
        double km = 0;
        var said = new LinkedHashSet<Saying>();
        for (var stretch : stretches) {
            least += stretch.pace().hoursPerKmEarliest * stretch.km();
            most += stretch.pace().hoursPerKmLatest * stretch.km();
            km += stretch.km();
            said.addAll(stretch.pace().assumptions);
        }
        return new Estimate(
                duration(least),
                stretches.getFirst().pace().withHalts(most),
                km,
                List.copyOf(said));
    }

    private Duration withHalts(double moving) {
        double daysBefore = Math.floor(moving / movingHoursPerDay);
        double halts = daysBefore == 0 ? 0 : daysBefore * (24 - movingHoursPerDay);
        return duration(moving + halts);
    }

    /// Every factor with its range and source.
    public List<Saying> assumptions() {
        return assumptions;
    }

    private static Duration duration(double hours) {
        if (!(hours >= 0 && Double.isFinite(hours)))
            throw new BadInput("distance", hours, "a finite number of km, not negative");
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private static List<Saying> sayings(Mode mode, Factor speed, List<Factor> slower) {
        var sayings = new ArrayList<Saying>();
        sayings.add(speed.saying());
        slower.stream().filter(f -> !f.isNone()).map(Factor::saying).forEach(sayings::add);
        sayings.add(Saying.of(TravelFactors.halts(mode)));
        sayings.add(Saying.of(TravelWords.INDEPENDENT));
        sayings.add(Saying.of(TravelWords.NOT_IN_IT));
        return List.copyOf(sayings);
    }
}
