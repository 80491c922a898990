package org.vigie.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How several statements about one incident become one figure, and when they must not.
///
/// Statements are put together only where measure, population and definition agree. Where they do
/// not, there is no overall figure unless a person chose a rule that selects: it is *unknown*, with
/// the number of competing figures beside it.
final class FigureRule {

    /// Measures that speak of dead people, in whatever words.
    private static final Set<String> OF_DEATH =
            Set.of("killed", "executed", "neutralised", "deaths");

    private FigureRule() {}

    static boolean ofDeath(String measure) {
        return OF_DEATH.contains(measure);
    }

    /// @param civilians among the dead, null when not stated
    /// @param competing how many groups of statements cannot be put together; 0 when there is one
    ///   figure
    /// @param rule that gave the figure
    record Chosen(Figures figures, @Nullable Integer civilians, int competing, Rule rule) {}

    /// What a person decided about an incident; null when nobody did.
    ///
    /// @param own what the account that holds states itself, null when it states nothing
    /// @param statements of death: the accounts' and the claims', in the order in which they came
    /// @param origin of a source: where it takes what it says from, itself if from nobody
    /// @return null when the account's own figures hold
    static @Nullable Chosen overall(
            @Nullable Statement own,
            List<Statement> statements,
            Facts.@Nullable RuleChosen decision,
            UnaryOperator<String> origin) {
        var code = decision == null ? "" : decision.rule();
        if (decision == null || !Rule.known(code)) {
            return own == null ? together(statements) : null;
        }
        return switch (Rule.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))) {
            case NONE, ONE_CLAIM, SIDE_BY_SIDE, OWN_ACCOUNT ->
                    own == null ? together(statements) : null;
            case RANGE -> together(statements);
            case MAJORITY -> majority(statements, origin);
            case SOURCE_HIERARCHY -> byHierarchy(statements, decision.sources());
            case TEAM_DECISION -> {
                var decided = decision.figures();
                yield new Chosen(
                        decided == null ? Figures.NONE : decided, null, 0, Rule.TEAM_DECISION);
            }
        };
    }

    private static Chosen together(List<Statement> statements) {
        var groups = Statement.groups(statements);
        return switch (groups.size()) {
            case 0 -> new Chosen(Figures.NONE, null, 0, Rule.NONE);
            case 1 -> {
                var group = groups.getFirst();
                yield group.size() == 1
                        ? alone(group.getFirst(), Rule.ONE_CLAIM)
                        : new Chosen(range(group), null, 0, Rule.RANGE);
            }
            default -> sideBySide(groups.size());
        };
    }

    private static Chosen majority(List<Statement> statements, UnaryOperator<String> origin) {
        var groups = Statement.groups(statements);
        if (groups.size() != 1) {
            return together(statements);
        }
        // The first word of each origin counts, and counts once.
        Map<String, Statement> independent = new LinkedHashMap<>();
        groups.getFirst()
                .forEach(said -> independent.putIfAbsent(origin.apply(said.source()), said));
        Map<Integer, Integer> votes = new HashMap<>();
        for (var said : independent.values()) {
            var best = said.figures().best();
            if (best != null) {
                votes.merge(best, 1, Integer::sum);
            }
        }
        var range = range(groups.getFirst());
        var best =
                votes.entrySet().stream()
                        .filter(vote -> vote.getValue() * 2 > independent.size())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
        return new Chosen(new Figures(range.low(), best, range.high()), null, 0, Rule.MAJORITY);
    }

    private static Chosen byHierarchy(List<Statement> statements, List<String> order) {
        for (var source : order) {
            var own = statements.stream().filter(said -> said.source().equals(source)).toList();
            var account = own.stream().filter(Statement::byAccount).findFirst();
            if (account.isPresent()) {
                return alone(account.get(), Rule.SOURCE_HIERARCHY);
            }
            if (!own.isEmpty()) {
                var figure = together(own);
                return figure.competing() > 0
                        ? figure
                        : new Chosen(figure.figures(), null, 0, Rule.SOURCE_HIERARCHY);
            }
        }
        return new Chosen(Figures.NONE, null, 0, Rule.SOURCE_HIERARCHY);
    }

    private static Chosen alone(Statement statement, Rule rule) {
        return new Chosen(statement.figures(), statement.civilians(), 0, rule);
    }

    private static Chosen sideBySide(int groups) {
        return new Chosen(Figures.NONE, null, groups, Rule.SIDE_BY_SIDE);
    }

    private static Figures range(List<Statement> statements) {
        if (statements.size() == 1) {
            return statements.getFirst().figures();
        }
        var lows = new TreeSet<Integer>();
        var bests = new TreeSet<Integer>();
        var highs = new TreeSet<Integer>();
        for (var statement : statements) {
            var figures = statement.figures();
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
