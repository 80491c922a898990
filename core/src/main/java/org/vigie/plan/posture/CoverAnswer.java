package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Saying;

/// What a solver says to a [CoverProblem]: a posture with its proof, or why there is none.
public sealed interface CoverAnswer {

    /// A plan that keeps every rule.
    final class Posture implements CoverAnswer {

        private final int[] units;
        private final Certificate certificate;
        private final CoverMultipliers multipliers;
        private final List<Saying> notes;

        /// @param units for each station
        /// @param multipliers from which a bound can be worked out again, as good as the
        ///   certificate's or weaker
        /// @param notes what is to be said beside it
        public Posture(
                int[] units,
                Certificate certificate,
                CoverMultipliers multipliers,
                List<Saying> notes) {
            this.units = units.clone();
            this.certificate = certificate;
            this.multipliers = multipliers;
            this.notes = List.copyOf(notes);
        }

        /// How many units at each station.
        public int[] units() {
            return units.clone();
        }

        /// Value, bound, gap, and of which model.
        public Certificate certificate() {
            return certificate;
        }

        /// What the bound that needs no solver rests on.
        public CoverMultipliers multipliers() {
            return multipliers;
        }

        /// What is to be said beside it.
        public List<Saying> notes() {
            return notes;
        }

        /// The same with the time that it took.
        public Posture took(double seconds) {
            return new Posture(units, certificate.took(seconds), multipliers, notes);
        }

        /// Another plan of the same value or more, under the same proof.
        ///
        /// @param value of it, not below that of this one but for rounding
        Posture standing(int[] others, double value) {
            return new Posture(others, certificate.worth(value), multipliers, notes);
        }

        /// The same with more to be said.
        public Posture saying(Saying more) {
            var all = new java.util.ArrayList<>(notes);
            all.add(more);
            return new Posture(units, certificate, multipliers, all);
        }
    }

    /// There is no plan, or none was found.
    ///
    /// @param why one sentence each
    /// @param proven whether it is certain that there is none
    record None(List<Saying> why, boolean proven) implements CoverAnswer {

        public None {
            why = List.copyOf(why);
        }

        /// The same with more reasons, after the others.
        public None because(List<Saying> more) {
            var all = new ArrayList<>(why);
            all.addAll(more);
            return new None(all, proven);
        }
    }
}
