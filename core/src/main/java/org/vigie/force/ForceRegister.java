package org.vigie.force;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.plan.Base;
import org.vigie.plan.Declarations;
import org.vigie.plan.Register;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// The force as a picture knows it on one day: its bases with the units that stand there, how
/// strong and how ready they are said to be, and what holds them.
///
/// It is the register that plans use ([Register]) with what plans do not need. A mission's pack, a
/// list that was imported and a page write into the same register; the word known last holds, and
/// all of them stay in the ledger.
///
/// When not to trust it: a strength has a measure of its own and strengths of different measures
/// are added only as what they are, a sum of what is stated; readiness that nobody verified is a
/// declaration.
///
/// @param bases those that are open, with units or without; one that is not open is last in its
///   turn, where units say that they stand there
/// @param left how many units the register knows that are not in the mission on that day
/// @param faults what could not be used and why
public record ForceRegister(LocalDate day, List<ForceBase> bases, int left, List<Saying> faults) {

    /// Which units are shown; empty for all.
    public record Narrowing(String base, String contributor, String capability) {

        public static final Narrowing NONE = new Narrowing("", "", "");

        public boolean isNone() {
            return base.isBlank() && contributor.isBlank() && capability.isBlank();
        }

        boolean takes(ForceUnit unit) {
            return same(base, unit.said().base(), unit.unit().base().name())
                    && same(contributor, unit.said().contributor())
                    && (capability.isBlank()
                            || unit.unit().offers(capability.strip().toLowerCase(Locale.ROOT)));
        }

        boolean takes(ForceBase of) {
            return same(base, of.base().code(), of.base().name());
        }

        private static boolean same(String asked, String... names) {
            var wanted = asked.strip().toLowerCase(Locale.ROOT);
            if (wanted.isEmpty()) {
                return true;
            }
            for (var name : names) {
                if (name.toLowerCase(Locale.ROOT).equals(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    public ForceRegister {
        bases = List.copyOf(bases);
        faults = List.copyOf(faults);
    }

    /// Folds the register of one day.
    public static ForceRegister of(Picture picture, LocalDate day) {
        var register = Register.of(picture, day);
        var readiness = readiness(picture, day);
        var byBase = new TreeMap<String, List<ForceUnit>>();
        int left = 0;
        for (var held : Declarations.of(picture, day).held()) {
            var unit = register.find(held.unit().code());
            if (unit.isEmpty()) {
                continue; // unreadable, and named among the faults
            }
            if (!unit.get().inRegister(day)) {
                left++;
                continue;
            }
            var stated = readiness.getOrDefault(held.by().entry().subject(), NOTHING_STATED);
            byBase.computeIfAbsent(held.unit().base(), code -> new ArrayList<>())
                    .add(
                            new ForceUnit(
                                    unit.get(),
                                    held.unit(),
                                    held.by(),
                                    stated.declared(),
                                    stated.verified()));
        }
        return new ForceRegister(
                day, bases(register, byBase, said(picture)), left, register.faults());
    }

    private static List<ForceBase> bases(
            Register register,
            Map<String, List<ForceUnit>> byBase,
            Map<String, Forces.BaseOpened> said) {
        var bases = new ArrayList<ForceBase>();
        for (var base : register.bases()) {
            var there = byBase.remove(base.code());
            bases.add(
                    new ForceBase(
                            base,
                            said.get(base.code()),
                            sorted(there == null ? List.of() : there)));
        }
        byBase.forEach((code, units) ->
                bases.add(
                        new ForceBase(
                                units.getFirst().unit().base(), said.get(code), sorted(units))));
        return bases;
    }

    private static List<ForceUnit> sorted(List<ForceUnit> units) {
        return units.stream()
                .sorted(
                        Comparator.comparing((ForceUnit one) -> one.unit().part())
                                .thenComparing(one -> one.unit().code()))
                .toList();
    }

    private static Map<String, Forces.BaseOpened> said(Picture picture) {
        var said = new TreeMap<String, Forces.BaseOpened>();
        picture.latest(Forces.BaseOpened.class).values().forEach(it -> said.put(it.code(), it));
        return said;
    }

    private record Readiness(@Nullable Recorded declared, @Nullable Recorded verified) {}

    private static final Readiness NOTHING_STATED = new Readiness(null, null);

    /// The latest of each kind that was so by the day.
    private static Map<UUID, Readiness> readiness(Picture picture, LocalDate day) {
        var found = new LinkedHashMap<UUID, Readiness>();
        for (var entry : picture.entries(Forces.ReadinessStated.class)) {
            if (entry.body() instanceof Forces.ReadinessStated stated
                    && !entry.happened().firstDay().isAfter(day)) {
                var before = found.getOrDefault(entry.entry().subject(), NOTHING_STATED);
                found.put(
                        entry.entry().subject(),
                        stated.verified()
                                ? new Readiness(before.declared(), entry)
                                : new Readiness(entry, before.verified()));
            }
        }
        return found;
    }

    /// All units that are in the mission on the day, base by base.
    public List<ForceUnit> units() {
        return bases.stream().flatMap(base -> base.units().stream()).toList();
    }

    public Optional<ForceUnit> find(String code) {
        return units().stream().filter(unit -> unit.said().code().equals(code)).findFirst();
    }

    /// The same with those units alone; bases without any of them are left out unless only the base
    /// was asked for.
    public ForceRegister narrowed(Narrowing to) {
        if (to.isNone()) {
            return this;
        }
        boolean byBaseAlone = to.contributor().isBlank() && to.capability().isBlank();
        return keeping(to::takes, base -> byBaseAlone && to.takes(base));
    }

    /// The same without the units of a partner.
    public ForceRegister without(String partner) {
        return keeping(unit -> !unit.isFrom(partner), base -> true);
    }

    private ForceRegister keeping(Predicate<ForceUnit> unit, Predicate<ForceBase> evenIfEmpty) {
        var kept = new ArrayList<ForceBase>();
        for (var base : bases) {
            var there = base.units().stream().filter(unit).toList();
            if (!there.isEmpty() || evenIfEmpty.test(base)) {
                kept.add(new ForceBase(base.base(), base.said(), there));
            }
        }
        return new ForceRegister(day, kept, left, faults);
    }

    /// What the exit of one partner takes away.
    public Loss loss(String partner) {
        return Loss.of(partner, units());
    }

    /// The partners, in alphabetical order.
    public List<String> partners() {
        return distinct(ForceUnit::provider);
    }

    public List<String> contributors() {
        return distinct(unit -> unit.said().contributor());
    }

    private List<String> distinct(java.util.function.Function<ForceUnit, String> of) {
        var names = new TreeSet<String>();
        units().forEach(unit -> names.add(of.apply(unit)));
        names.remove("");
        return List.copyOf(names);
    }

    /// The sum of the strengths that are stated, and of how many units.
    public Strength strength() {
        int sum = 0;
        int stated = 0;
        for (var unit : units()) {
            var strength = unit.said().strength();
            if (strength != null) {
                sum += strength;
                stated++;
            }
        }
        return new Strength(sum, stated, units().size());
    }

    /// A sum of strengths.
    ///
    /// @param stated units whose strength is stated
    public record Strength(int sum, int stated, int units) {}

    /// Bases that are open, by code.
    public Optional<Base> findBase(String code) {
        return bases.stream()
                .map(ForceBase::base)
                .filter(base -> base.code().equals(code))
                .findFirst();
    }
}
