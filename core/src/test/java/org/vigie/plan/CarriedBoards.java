package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Small forces in which some are carried by the helicopters of others, and who could be carried
/// may have a road of its own.
final class CarriedBoards {

    private CarriedBoards() {}

    static Arbitrary<List<String>> some() {
        var hour = Arbitraries.integers().between(0, 23);
        var needs = Arbitraries.of("need infantry", "need infantry medical", "need medical escort");
        var within = Arbitraries.of("within 120", "within 400", "within 6000");
        return Combinators.combine(hour, needs, within, lifts(), others())
                .as((at, need, until, lifts, others) -> {
                    var lines = new ArrayList<String>();
                    lines.add("place Village 14.00 -3.40");
                    lines.add(
                            "at "
                                    + Instant.parse("2020-02-13T00:00:00Z")
                                            .plus(Duration.ofHours(at)));
                    lines.add(need);
                    lines.add(until);
                    lines.add("base A 14.30 -3.40");
                    lines.add("base B 14.50 -4.20");
                    lines.add("base C 13.20 -2.90");
                    lines.addAll(numbered("L", lifts));
                    lines.addAll(numbered("U", others));
                    return lines;
                });
    }

    private static List<String> numbered(String letter, List<String> units) {
        var numbered = new ArrayList<String>();
        for (var unit : units) {
            numbered.add("unit " + letter + numbered.size() + " " + unit);
        }
        return numbered;
    }

    private static Arbitrary<List<String>> lifts() {
        var limits =
                Arbitraries.of(
                                "range=60",
                                "range=120",
                                "crew=1",
                                "crew=2",
                                "by-day",
                                "caveat=ask-capital:60-300",
                                "caveat=host-clearance",
                                "caveat=needs-escort:escort",
                                "caveat=needs-lift")
                        .set()
                        .ofMaxSize(2);
        return Combinators.combine(bases(), notices(), limits)
                .as((base, notice, words) ->
                        "%s transport-helicopter helicopter 180-230 %s seats=12 %s"
                                .formatted(base, notice, String.join(" ", words)))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<String>> others() {
        var ways =
                Arbitraries.of(
                        "infantry helicopter 180-230 %s seats=0",
                        "infantry foot 4-5 %s caveat=needs-lift",
                        "infantry foot 4-5 %s caveat=needs-lift by-day",
                        "infantry road 20-40 %s seats=0 ways=helicopter_180-230",
                        "infantry road 20-40 %s",
                        "infantry road 20-40 %s caveat=needs-escort:escort");
        var can =
                Arbitraries.of("can=infantry", "can=medical", "can=escort", "can=infantry|escort");
        return Combinators.combine(bases(), ways, notices(), can)
                .as((base, way, notice, word) -> base + " " + way.formatted(notice) + " " + word)
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> bases() {
        return Arbitraries.of("A", "B", "C");
    }

    private static Arbitrary<String> notices() {
        return Arbitraries.of("0-15", "15-60", "60-240");
    }
}
