package org.vigie.plan.activity;

import org.vigie.geo.BadInput;

/// The numbers that the rules on a plan work with. All of them are assumed: the mission sets its
/// own.
///
/// @param windowDays two visits no further apart count as one after another
/// @param similarity from which overlap coefficient on two lists of questions count as the same, 0
///   to 1
/// @param visitsMax how many visits a settlement bears in a period
/// @param periodDays how long that period is
/// @param moveDays how far a visit may be moved
/// @param joinMax how many activities one joint visit may be made of
/// @param threat how a threat is told
/// @param coverKm how near a patrol must be
public record PlanLimits(
        int windowDays,
        double similarity,
        int visitsMax,
        int periodDays,
        int moveDays,
        int joinMax,
        Threat threat,
        double coverKm) {

    private static final int DAYS_MAX = 366;

    /// So many incidents on record, so near, in so many days before: then a civil activity needs a
    /// patrol. Counted is what happened, not who is said to be behind it.
    public record Threat(int incidents, double km, int days) {

        public Threat {
            whole("threat incidents", incidents, 1, 10_000);
            whole("threat days", days, 1, DAYS_MAX);
            if (!(km > 0 && km <= 500)) {
                throw new BadInput("threat km", km, "above 0, at most 500");
            }
        }
    }

    public static final PlanLimits ASSUMED =
            new PlanLimits(7, 0.5, 2, 14, 7, 5, new Threat(1, 25, 30), 5);

    public PlanLimits {
        whole("window", windowDays, 0, DAYS_MAX);
        whole("cap", visitsMax, 1, 1_000);
        whole("cap days", periodDays, 1, DAYS_MAX);
        whole("move days", moveDays, 0, DAYS_MAX);
        whole("join", joinMax, 2, 20);
        if (!(similarity > 0 && similarity <= 1)) {
            throw new BadInput("similarity", similarity, "above 0, at most 1");
        }
        if (!(coverKm > 0 && coverKm <= 100)) {
            throw new BadInput("cover km", coverKm, "above 0, at most 100");
        }
    }

    /// The same with another window: visits may then be moved as far.
    public PlanLimits within(int days) {
        return new PlanLimits(
                days, similarity, visitsMax, periodDays, days, joinMax, threat, coverKm);
    }

    /// The same with another likeness of questions.
    public PlanLimits alike(double from) {
        return new PlanLimits(
                windowDays, from, visitsMax, periodDays, moveDays, joinMax, threat, coverKm);
    }

    /// The same with another number of visits that a settlement bears in so many days.
    public PlanLimits capped(int visits, int days) {
        return new PlanLimits(
                windowDays, similarity, visits, days, moveDays, joinMax, threat, coverKm);
    }

    /// The same with another rule on threats.
    public PlanLimits threatened(Threat other) {
        return new PlanLimits(
                windowDays, similarity, visitsMax, periodDays, moveDays, joinMax, other, coverKm);
    }

    private static void whole(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new BadInput(name, value, "a whole number from " + low + " to " + high);
        }
    }
}
