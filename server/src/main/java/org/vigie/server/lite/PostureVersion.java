package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.PostureWords;

/// One way to station the force: today's, the advised one, or one's own, which is today's with some
/// units moved. What it is worth is worked out in plain Java, without a solver.
///
/// @param breaches which rules it breaks
/// @param forbidden moves that the unit may not make: it is a hospital, or bound to an area
/// @param unknown moves of a unit or to a base that the register of the day does not have
@SuppressWarnings("ArrayRecordComponent") // never compared
record PostureVersion(
        int[] units,
        double value,
        List<Saying> breaches,
        List<PostureAsked.Move> forbidden,
        List<PostureAsked.Move> unknown) {

    static PostureVersion of(CoverProblem problem, int[] units) {
        return new PostureVersion(
                units, problem.value(units), problem.breaches(units), List.of(), List.of());
    }

    /// Today's posture with these moves.
    static PostureVersion of(
            CoverProblem problem, ForcePosture force, List<PostureAsked.Move> moves) {
        var units = force.today();
        var forbidden = new ArrayList<PostureAsked.Move>();
        var unknown = new ArrayList<PostureAsked.Move>();
        int bases = force.bases().size();
        for (var move : moves) {
            var station = force.findStation(move.unit(), move.base());
            if (station.isEmpty()) {
                unknown.add(move);
                continue;
            }
            int first = station.getAsInt() / bases * bases;
            for (int at = first; at < first + bases; at++) {
                units[at] = at == station.getAsInt() ? 1 : 0;
            }
            if (problem.stationing().mostAllowed(station.getAsInt()) == 0) {
                forbidden.add(move);
            }
        }
        var breaches =
                problem.breaches(units).stream()
                        .filter(breach -> breach.wording() != PostureWords.OUTSIDE_LIMITS)
                        .toList();
        return new PostureVersion(units, problem.value(units), breaches, forbidden, unknown);
    }

    /// Whether every rule is kept.
    boolean allowed() {
        return breaches.isEmpty() && forbidden.isEmpty();
    }
}
