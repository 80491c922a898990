package org.vigie.exchange.packs;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.BadInput;

/// Collects what is wrong while a pack is read; reading goes on so that the person sees all of it
/// at once.
final class Findings {

    /// A file with more has one fault, not a thousand.
    private static final int MAX = 1_000;

    /// How many a refusal names; `mission check` names all.
    private static final int NAMED_MAX = 5;

    private final List<Finding> all = new ArrayList<>();

    /// A place in a file at which something can be wrong.
    record Spot(String file, int line, String field, String value) {

        static Spot file(String file) {
            return new Spot(file, 0, "", "");
        }

        static Spot line(String file, int line) {
            return new Spot(file, line, "", "");
        }
    }

    void error(Spot spot, String advice) {
        add(Finding.Weight.ERROR, spot, advice);
    }

    void warning(Spot spot, String advice) {
        add(Finding.Weight.WARNING, spot, advice);
    }

    /// What a value refused to be, at the place where it stands.
    void error(Spot spot, BadInput refusal) {
        error(spot, "write " + refusal.allowed());
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    /// Errors first, then by file and line.
    List<Finding> list() {
        return all.stream().sorted().distinct().toList();
    }

    /// The refusal that names the first errors; call it only when there are some.
    static BadInput refusal(String field, String name, List<Finding> findings) {
        var errors = findings.stream().filter(Finding::isError).map(Finding::sentence).toList();
        var named = String.join("; ", errors.subList(0, Math.min(NAMED_MAX, errors.size())));
        var more =
                errors.size() > NAMED_MAX
                        ? "; and %s more".formatted(errors.size() - NAMED_MAX)
                        : "";
        return new BadInput(field, name, "free of errors (" + named + more + ")");
    }

    private void add(Finding.Weight weight, Spot spot, String advice) {
        if (all.size() < MAX) {
            all.add(
                    new Finding(
                            weight, spot.file(), spot.line(), spot.field(), spot.value(), advice));
        }
    }
}
