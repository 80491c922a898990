package org.vigie.plan.medical;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Casualties.CasualtyOpened;
import org.vigie.record.Casualties.CasualtyStepped;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Erased;
import org.vigie.record.Ids;
import org.vigie.record.Kinds;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// The casualties that a picture shows, each with its clocks, and how long each part of the way to
/// care took.
///
/// @param casualties by alert in the order of their first casualty, then by number
public record CareClocks(List<CareClock> casualties) {

    /// Fewer than these say little of the next.
    public static final int FEW = 5;

    /// The highest number that a casualty of an alert can have.
    public static final int NUMBER_MAX = 999;

    /// A part of the way to care, from one step to another.
    public enum Span {
        INJURED_TO_FIRST_AID(Step.INJURED, Step.FIRST_AID),
        INJURED_TO_ASKED(Step.INJURED, Step.EVACUATION_ASKED),
        ASKED_TO_LAUNCHED(Step.EVACUATION_ASKED, Step.LAUNCHED),
        LAUNCHED_TO_WHEELS_UP(Step.LAUNCHED, Step.WHEELS_UP),
        WHEELS_UP_TO_CARE(Step.WHEELS_UP, Step.AT_CARE),
        INJURED_TO_CARE(Step.INJURED, Step.AT_CARE),
        INJURED_TO_SURGERY(Step.INJURED, Step.AT_SURGERY);

        private final Step from;
        private final Step to;

        Span(Step from, Step to) {
            this.from = from;
            this.to = to;
        }

        /// `ASKED_TO_LAUNCHED` is written `asked-to-launched`.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// How long a part of the way took.
    ///
    /// @param n casualties of whom both times are known, all steps in order and none erased
    /// @param median empty where n is 0; of an even n the middle between the two middle ones
    /// @param longest empty where n is 0
    public record Median(Span span, int n, Optional<Duration> median, Optional<Duration> longest) {

        /// Whether so few were counted that the next may be quite different.
        public boolean few() {
            return n < FEW;
        }
    }

    public CareClocks {
        casualties = List.copyOf(casualties);
    }

    /// Folds them. Of several words on one step the one known last holds.
    public static CareClocks of(Picture picture) {
        return without(picture, null);
    }

    /// As they would be if an entry were taken back.
    ///
    /// @param taken the entry, null for none
    public static CareClocks without(Picture picture, @Nullable UUID taken) {
        Map<UUID, Recorded> opened = new LinkedHashMap<>();
        for (var entry : picture.entries(CasualtyOpened.class)) {
            if (!entry.entry().id().equals(taken)) {
                opened.putIfAbsent(entry.entry().subject(), entry);
            }
        }
        Map<UUID, EnumMap<Step, Recorded>> steps = new LinkedHashMap<>();
        for (var entry : picture.entries(CasualtyStepped.class)) {
            if (entry.body() instanceof CasualtyStepped stepped
                    && !entry.entry().id().equals(taken)) {
                steps.computeIfAbsent(entry.entry().subject(), id -> new EnumMap<>(Step.class))
                        .put(stepped.step(), entry);
            }
        }
        var erased = erased(picture);
        var order = new LinkedHashMap<UUID, Integer>();
        var all = new ArrayList<CareClock>();
        opened.forEach((id, entry) -> {
            if (entry.body() instanceof CasualtyOpened what) {
                order.putIfAbsent(what.about(), order.size());
                all.add(
                        new CareClock(
                                id,
                                entry,
                                what,
                                taken(entry, steps.getOrDefault(id, new EnumMap<>(Step.class))),
                                erased.contains(id)));
            }
        });
        all.sort(
                Comparator.comparingInt((CareClock one) -> order.get(one.what().about()))
                        .thenComparingInt(one -> one.what().number()));
        return new CareClocks(all);
    }

    /// Those of whom a step was erased.
    private static Set<UUID> erased(Picture picture) {
        return picture.entries(Erased.class).stream()
                .filter(entry ->
                        Kinds.find(entry.entry().kind())
                                .filter(CasualtyStepped.class::isAssignableFrom)
                                .isPresent())
                .map(entry -> entry.entry().subject())
                .collect(Collectors.toSet());
    }

    private static List<CareClock.Taken> taken(Recorded opened, EnumMap<Step, Recorded> steps) {
        steps.putIfAbsent(Step.INJURED, opened);
        var taken = new ArrayList<CareClock.Taken>();
        Instant latest = null;
        for (var one : steps.entrySet()) {
            var at = time(one.getValue());
            boolean early = latest != null && at.filter(latest::isAfter).isPresent();
            taken.add(new CareClock.Taken(one.getKey(), one.getValue(), at, early));
            latest = later(latest, at.orElse(null));
        }
        return taken;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /// When it happened; empty where nobody said, or only the day.
    private static Optional<Instant> time(Recorded entry) {
        return entry.entry()
                .findHappenedOn()
                .filter(on -> on.precision().finerThanDay())
                .map(on -> on.first());
    }

    /// Those of one alert.
    public CareClocks about(UUID alert) {
        return new CareClocks(
                casualties.stream().filter(one -> one.what().about().equals(alert)).toList());
    }

    /// Those of one class.
    public CareClocks of(Who who) {
        return new CareClocks(casualties.stream().filter(one -> one.what().who() == who).toList());
    }

    /// One of them.
    public Optional<CareClock> find(UUID id) {
        return casualties.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// How many links of a kind stand so at a moment.
    public long count(Link.Kind kind, CareClock.State state, Instant now) {
        return casualties.stream()
                .flatMap(one -> one.clocks(now).stream())
                .filter(clock -> clock.kind() == kind && clock.state() == state)
                .count();
    }

    /// The casualty with a number of an alert: the same on every server, so that of two officers
    /// who give one number only one does.
    public static UUID subject(UUID alert, int number) {
        return Ids.subject("casualty", alert + "/" + number);
    }

    /// The number that the next casualty of an alert would have: one above the highest that was
    /// ever given, also where it was taken back or erased.
    public static int nextNumber(Picture picture, UUID alert) {
        var given =
                picture.entries(Body.class).stream()
                        .map(entry -> entry.entry().subject())
                        .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, NUMBER_MAX)
                        .filter(number -> given.contains(subject(alert, number)))
                        .max()
                        .orElse(0)
                + 1;
    }

    /// The median of each part of the way.
    public List<Median> medians() {
        var medians = new ArrayList<Median>();
        for (var span : Span.values()) {
            var lengths =
                    casualties.stream()
                            .map(one -> length(one, span))
                            .flatMap(Optional::stream)
                            .sorted()
                            .toList();
            int n = lengths.size();
            medians.add(
                    n == 0
                            ? new Median(span, 0, Optional.empty(), Optional.empty())
                            : new Median(
                                    span,
                                    n,
                                    Optional.of(
                                            lengths.get((n - 1) / 2)
                                                    .plus(lengths.get(n / 2))
                                                    .dividedBy(2)),
                                    Optional.of(lengths.getLast())));
        }
        return medians;
    }

    /// Of a casualty whose steps are out of order no length can be told.
    private static Optional<Duration> length(CareClock one, Span span) {
        if (one.outOfOrder() || one.erased()) {
            return Optional.empty();
        }
        var from = one.findTime(span.from);
        var to = one.findTime(span.to);
        return from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())
                ? Optional.of(Duration.between(from.get(), to.get()))
                : Optional.empty();
    }
}
