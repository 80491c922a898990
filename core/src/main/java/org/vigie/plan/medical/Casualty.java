package org.vigie.plan.medical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigie.geo.DaylightHours;
import org.vigie.plan.Conditions;
import org.vigie.plan.Task;

/// Somebody who is hurt, at a place and a moment: nobody in particular.
///
/// @param task where and when; its moment is that of the injury, and evacuation is taken to be
///   asked for at once
/// @param grounded whether the weather keeps everything that flies on the ground
/// @param accompanied whether somebody of the mission who can give first aid is with the casualty
public record Casualty(Task task, boolean grounded, boolean accompanied) {

    private static final Duration SURELY_DARK = Duration.ofMinutes(1);
    private static final Duration MORNING = Duration.ofHours(2);

    /// A member of the mission, hurt on a patrol.
    public static Casualty ofPatrol(Task task) {
        return new Casualty(anybody(task, task.when()), false, true);
    }

    /// The same in weather in which nothing flies.
    public Casualty inBadWeather() {
        return new Casualty(task, true, accompanied);
    }

    /// The same with nobody of the mission there.
    public Casualty alone() {
        return new Casualty(task, grounded, false);
    }

    /// The same at nightfall: the longest that anybody who moves by day only has to wait. A moment
    /// that is dark already stays; so does one where it never gets dark.
    public Casualty byNight() {
        if (!DaylightHours.isLight(task.place(), task.when())) {
            return this;
        }
        var date = LocalDate.ofInstant(task.when(), ZoneOffset.UTC).minusDays(1);
        for (int day = 0; day < 3; day++, date = date.plusDays(1)) {
            if (DaylightHours.of(task.place(), date).light()
                            instanceof DaylightHours.Span.Between(Instant dawn, Instant dusk)
                    && dawn.isBefore(dusk)
                    && dusk.isAfter(task.when())) {
                return at(dusk.plus(SURELY_DARK));
            }
        }
        return this;
    }

    /// The same two hours after dawn; a moment that is light already stays.
    public Casualty byDay() {
        return DaylightHours.isLight(task.place(), task.when())
                ? this
                : DaylightHours.nextDawn(task.place(), task.when())
                        .map(dawn -> at(dawn.plus(MORNING)))
                        .orElse(this);
    }

    /// The same under other conditions.
    public Casualty under(Conditions conditions) {
        return new Casualty(task.under(conditions), grounded, accompanied);
    }

    /// The same at another moment.
    public Casualty at(Instant moment) {
        return new Casualty(anybody(task, moment), grounded, accompanied);
    }

    /// Needs and limits are those of the chain, not of the task.
    private static Task anybody(Task task, Instant when) {
        return new Task(
                task.placeName(),
                task.place(),
                task.areas(),
                when,
                null,
                java.util.Set.of(),
                task.conditions());
    }
}
