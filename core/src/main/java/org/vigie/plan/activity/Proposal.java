package org.vigie.plan.activity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;

/// What would mend a finding. A person of each component says yes or no to it.
public sealed interface Proposal {

    /// Its word in files: `merge`, `move` …
    String code();

    /// The same for a person to read.
    Saying words();

    /// Go together.
    ///
    /// @param visits one for each joint visit
    /// @param exact whether no other way of going together asks people less
    /// @param bound no way of going together asks people less than this
    record Merge(List<JointVisit> visits, boolean exact, long bound) implements Proposal {

        public Merge {
            visits = List.copyOf(visits);
        }

        @Override
        public String code() {
            return "merge";
        }

        public long before() {
            return visits.stream().mapToLong(JointVisit::before).sum();
        }

        public long after() {
            return visits.stream().mapToLong(JointVisit::after).sum();
        }

        @Override
        public Saying words() {
            return Saying.of(
                    exact ? ActivityWords.MERGE_ALL : ActivityWords.MERGE_STEP_BY_STEP,
                    visits.stream().filter(JointVisit::joins).map(Merge::words).toList(),
                    before(),
                    after(),
                    bound);
        }

        private static Saying words(JointVisit visit) {
            var covered = visit.covered();
            return Saying.of(
                    covered == null ? ActivityWords.MERGE : ActivityWords.MERGE_COVERED,
                    visit.activities().stream().map(Activity::key).toList(),
                    visit.day(),
                    visit.lead().key(),
                    visit.questions().size(),
                    covered == null ? "" : covered.key());
        }
    }

    /// Go on another day.
    record Move(Activity activity, LocalDate day) implements Proposal {

        @Override
        public String code() {
            return "move";
        }

        @Override
        public Saying words() {
            return Saying.of(ActivityWords.MOVE, activity.key(), day);
        }
    }

    /// Go with the others on the day on which a patrol is there.
    ///
    /// @param patrol the one that covers the joint visit
    record Join(Activity activity, JointVisit visit, Activity patrol) implements Proposal {

        @Override
        public String code() {
            return "join";
        }

        @Override
        public Saying words() {
            return Saying.of(ActivityWords.JOIN, visit.day(), patrol.key());
        }
    }

    /// Have somebody there who protects.
    ///
    /// @param patrol one of the plan that could come, null when none is near
    /// @param unit a unit that could go, null when the plan has a patrol or nobody can
    record Cover(Activity activity, @Nullable Activity patrol, @Nullable String unit)
            implements Proposal {

        @Override
        public String code() {
            return "cover";
        }

        @Override
        public Saying words() {
            if (patrol != null) {
                return Saying.of(
                        ActivityWords.COVER_BY, patrol.key(), activity.from(), activity.to());
            }
            return unit == null
                    ? Saying.of(ActivityWords.COVER_NOBODY)
                    : Saying.of(
                            ActivityWords.COVER_UNIT,
                            new Saying.Term(unit),
                            activity.from(),
                            activity.to());
        }
    }

    /// Give it to another unit.
    record HandOver(Activity activity, String unit, String other) implements Proposal {

        @Override
        public String code() {
            return "hand-over";
        }

        @Override
        public Saying words() {
            return Saying.of(
                    ActivityWords.HAND_OVER,
                    activity.key(),
                    new Saying.Term(other),
                    new Saying.Term(unit));
        }
    }

    /// Ask for what is missing.
    record Ask(ActivityWords what) implements Proposal {

        @Override
        public String code() {
            return "ask";
        }

        @Override
        public Saying words() {
            return Saying.of(what);
        }
    }
}
