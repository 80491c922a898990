package org.vigie.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;

/// How the figure of an incident's dead came about. A person may choose one of [#CHOOSABLE]; the
/// others are what follows where nobody chose. Populations and definitions are never mixed: where
/// statements differ in them, only a rule that *selects* gives a figure.
///
/// The four rules are those that recorders of casualties name: ranges, majority, a hierarchy of
/// sources, the decision of a team. Source: Every Casualty Worldwide, Standards for Casualty
/// Recording.
public enum Rule {
    /// Nobody states a figure, or no account holds.
    NONE,
    /// The account that holds states its own; others stand beside it and do not change it.
    OWN_ACCOUNT,
    /// One statement alone.
    ONE_CLAIM,
    /// Statements of one measure, population and definition: lowest to highest, and a best estimate
    /// only where all agree on it.
    RANGE,
    /// Statements that must not be put together: there is no overall figure.
    SIDE_BY_SIDE,
    /// What more than half of the independent sources state; sources that take it from each other
    /// count once. Without such a majority: from lowest to highest, and no best estimate.
    MAJORITY,
    /// What the first source in a person's order states.
    SOURCE_HIERARCHY,
    /// What a team decided, with its reason.
    TEAM_DECISION;

    /// What a person may choose.
    public static final List<Rule> CHOOSABLE =
            List.of(OWN_ACCOUNT, RANGE, MAJORITY, SOURCE_HIERARCHY, TEAM_DECISION);

    /// As it stands in the ledger, e.g. `source-hierarchy`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads the code of a rule that may be chosen.
    public static Rule ofCode(String code) {
        return CHOOSABLE.stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadInput("rule", code, "one of " + codes()));
    }

    private static String codes() {
        return CHOOSABLE.stream().map(Rule::code).collect(Collectors.joining(", "));
    }

    /// Whether a code in the ledger is that of a rule that this version knows.
    static boolean known(String code) {
        return Arrays.stream(values()).anyMatch(rule -> rule.code().equals(code));
    }
}
