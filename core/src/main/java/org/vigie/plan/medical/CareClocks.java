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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Casualties.CasualtyOpened;
import org.vigie.record.Casualties.CasualtyStepped;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// The casualties that a picture shows, each with its clocks, and how long each part of the way to
/// care took.
///
/// @param casualties by alert in the order of their first casualty, then by number
public record CareClocks(List<CareClock> casualties) {

    /// Fewer than these say little of the next.
    public static final int FEW = 5;

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
    /// @param n casualties of whom both times are known and in order
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
        Map<UUID, Recorded> opened = new LinkedHashMap<>();
        for (var entry : picture.entries(CasualtyOpened.class)) {
            opened.putIfAbsent(entry.entry().subject(), entry);
        }
        Map<UUID, EnumMap<Step, Recorded>> steps = new LinkedHashMap<>();
        for (var entry : picture.entries(CasualtyStepped.class)) {
            if (entry.body() instanceof CasualtyStepped stepped) {
                steps.computeIfAbsent(entry.entry().subject(), id -> new EnumMap<>(Step.class))
                        .put(stepped.step(), entry);
            }
        }
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
                                taken(entry, steps.getOrDefault(id, new EnumMap<>(Step.class)))));
            }
        });
        all.sort(
                Comparator.comparingInt((CareClock one) -> order.get(one.what().about()))
                        .thenComparingInt(one -> one.what().number()));
        return new CareClocks(all);
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

    /// The number that the next casualty of an alert would have.
    public int nextNumber(UUID alert) {
        return about(alert).casualties.stream().mapToInt(one -> one.what().number()).max().orElse(0)
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

    /// Of steps that are out of order no length can be told.
    private static Optional<Duration> length(CareClock one, Span span) {
        var from = one.findTime(span.from);
        var to = one.findTime(span.to);
        return from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())
                ? Optional.of(Duration.between(from.get(), to.get()))
                : Optional.empty();
    }
}
