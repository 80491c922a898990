package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Saying;

/// Whether one unit can be at one place, and between when and when; or why not.
///
/// What it means to an officer: **earliest** answers "can they be there in time at all?",
/// **latest** is what may be promised. Both count from the moment at which the order could be
/// given.
///
/// When it must not be trusted: notice to move and speeds are what the register says, and most of
/// them are assumed; the way is a straight line with a detour; nobody asked the unit. See
/// `docs/who-can-go.md`.
public sealed interface Reach {

    Unit unit();

    /// It could go.
    ///
    /// @param earliest nobody would be there before
    /// @param latest nearly everybody would be there by then
    /// @param km straight line from its base, or from where it is picked up; along the road where a
    ///   map has one
    /// @param companions capabilities of those without whom it does not go; alone it cannot
    /// @param notBefore the dawn that it waits for; null when it does not wait
    /// @param notBeforeBecause why it waits, null when it does not
    /// @param assumptions everything that the range rests on
    /// @param carrier who carries it there; null by its own means, and of one that needs a lift as
    ///   long as nobody is chosen: then the times are not those of an arrival
    record Can(
            Unit unit,
            Duration earliest,
            Duration latest,
            double km,
            List<String> companions,
            @Nullable Instant notBefore,
            @Nullable Saying notBeforeBecause,
            List<Saying> assumptions,
            @Nullable Unit carrier)
            implements Reach {

        public Can {
            if (earliest.isNegative() || latest.compareTo(earliest) < 0) {
                throw new IllegalStateException(
                        unit.code() + " arrives between " + earliest + " and " + latest);
            }
            companions = List.copyOf(companions);
            assumptions = List.copyOf(assumptions);
        }

        /// The same with more that it rests on, said first.
        Can assuming(List<Saying> more) {
            return new Can(
                    unit,
                    earliest,
                    latest,
                    km,
                    companions,
                    notBefore,
                    notBeforeBecause,
                    Stream.concat(more.stream(), assumptions.stream()).toList(),
                    carrier);
        }

        /// The same, there between other times.
        Can between(Duration first, Duration last) {
            return new Can(
                    unit,
                    first,
                    last,
                    km,
                    companions,
                    notBefore,
                    notBeforeBecause,
                    assumptions,
                    carrier);
        }

        /// Whether it needs a lift and has none yet.
        boolean waits() {
            return carrier == null && unit.lifted();
        }

        /// Whether this unit carries it.
        boolean isCarriedBy(String lift) {
            return carrier != null && carrier.code().equals(lift);
        }
    }

    /// It cannot.
    ///
    /// @param objections every reason, in the order of the rules; at least one
    record Cannot(Unit unit, List<Objection> objections) implements Reach {

        public Cannot {
            if (objections.isEmpty()) {
                throw new BadInput("reasons why " + unit.code() + " cannot go", "", "given");
            }
            objections = List.copyOf(objections);
        }

        /// Whether it could go all the same, and is in no option because others are chosen.
        public boolean couldGo() {
            return first().rule().equals(Objection.NOT_CHOSEN);
        }

        /// Whether nobody found out if it can go, because the search for those with whom it could
        /// was ended.
        public boolean undecided() {
            return objections.stream().anyMatch(one -> one.rule().equals(Objection.UNDECIDED));
        }

        /// With one reason more, the last.
        Cannot withOne(Objection more) {
            return new Cannot(unit, Stream.concat(objections.stream(), Stream.of(more)).toList());
        }

        /// The reason that an officer would give first.
        public Objection first() {
            return objections.getFirst();
        }
    }

    /// Whether the unit can do the task, by all rules.
    static Reach of(Unit unit, Task task) {
        return Rules.judge(unit, task, new LightHours(task.place()));
    }
}
