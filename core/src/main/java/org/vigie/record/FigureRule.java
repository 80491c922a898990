package org.vigie.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How several claims about one incident become one figure, and when they must not.
///
/// Claims are put together only where measure, population and definition agree; then low is the
/// lowest, high the highest, and best is stated only if all agree on it (the *range* rule). Where
/// claims of different populations or definitions stand side by side, there is no overall figure:
/// it is *unknown*, with the number of competing figures beside it.
final class FigureRule {

    /// Measures that speak of dead people, in whatever words.
    private static final Set<String> OF_DEATH =
            Set.of("killed", "executed", "neutralised", "deaths");

    private FigureRule() {}

    static boolean ofDeath(String measure) {
        return OF_DEATH.contains(measure);
    }

    /// @param competing how many groups of claims cannot be put together; 0 when there is one
    ///   figure
    record Chosen(Figures figures, int competing) {}

    static Chosen overall(List<Claim> claims) {
        var groups = groups(claims.stream().filter(Claim::ofDeath).toList());
        return switch (groups.size()) {
            case 0 -> new Chosen(Figures.NONE, 0);
            case 1 -> new Chosen(range(groups.getFirst()), 0);
            default -> new Chosen(Figures.NONE, groups.size());
        };
    }

    /// The claims that may be compared with each other, in the order in which they came.
    static List<List<Claim>> groups(List<Claim> claims) {
        var groups = new ArrayList<List<Claim>>();
        for (var claim : claims) {
            groups.stream()
                    .filter(group -> group.getFirst().comparableWith(claim))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(claim),
                            () -> groups.add(new ArrayList<>(List.of(claim))));
        }
        return groups;
    }

    private static Figures range(List<Claim> claims) {
        if (claims.size() == 1) {
            return claims.getFirst().figures();
        }
        var lows = new TreeSet<Integer>();
        var bests = new TreeSet<Integer>();
        var highs = new TreeSet<Integer>();
        for (var claim : claims) {
            var figures = claim.figures();
            addIfStated(bests, figures.best());
            addIfStated(lows, figures.low() == null ? figures.best() : figures.low());
            addIfStated(highs, figures.high() == null ? figures.best() : figures.high());
        }
        return new Figures(
                lows.isEmpty() ? null : lows.first(),
                bests.size() == 1 ? bests.first() : null,
                highs.isEmpty() ? null : highs.last());
    }

    private static void addIfStated(Set<Integer> figures, @Nullable Integer figure) {
        if (figure != null) {
            figures.add(figure);
        }
    }
}
