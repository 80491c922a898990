package org.vigie.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one account or one claim states of an incident's dead: what the rules work on.
///
/// @param population of whom, `""` for all that the source counts
/// @param definition how the source counts; an account's is its source's own
/// @param civilians among them, null when not stated
/// @param byAccount whether it is the account of a source, else a claim
public record Statement(
        String source,
        String measure,
        String population,
        String definition,
        Figures figures,
        @Nullable Integer civilians,
        boolean byAccount) {

    /// What an account states. Two sources count by two definitions, so two accounts of different
    /// sources do not compare.
    static Statement ofAccount(String source, Figures figures, @Nullable Integer civilians) {
        return new Statement(
                source, "killed", "", "as counted by " + source, figures, civilians, true);
    }

    static Statement ofClaim(Claim claim) {
        return new Statement(
                claim.source(),
                claim.measure(),
                claim.population(),
                claim.definition(),
                claim.figures(),
                null,
                false);
    }

    /// Whether both may be put under one rule.
    public boolean comparableWith(Statement other) {
        return measure.equals(other.measure)
                && population.equals(other.population)
                && definition.equals(other.definition);
    }

    /// Those that may be compared with each other, in the order in which they came.
    public static List<List<Statement>> groups(List<Statement> statements) {
        var groups = new ArrayList<List<Statement>>();
        for (var statement : statements) {
            groups.stream()
                    .filter(group -> group.getFirst().comparableWith(statement))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(statement),
                            () -> groups.add(new ArrayList<>(List.of(statement))));
        }
        return groups;
    }
}
