package org.vigie.plan.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Activities;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

/// A ledger into which a test tells a plan, in lines of text.
///
/// `KEY KIND OWNER TIME HOURS [QUESTION|QUESTION PEOPLE] [WORD=VALUE…]` with the words `units`,
/// `cover`, `with`, `note`, `task`, `state`, `at` (a latitude) and `alone=yes`. All is in Hollow
/// Quarry, unless `at` says otherwise.
final class TestPlan {

    static final String CIVIL =
            "CA-1 visit civil-affairs 2031-03-03T09:00:00Z 3"
                    + " SEC-1|SEC-2|SEC-3|SEC-4|LIV-1|LIV-2|DIS-1|DIS-2 12";
    static final String RIGHTS =
            "HR-1 visit human-rights 2031-03-07T09:00:00Z 4"
                    + " SEC-1|SEC-2|SEC-3|SEC-4|LIV-1|LIV-2|HRT-1 10";
    static final String POLICE =
            "POL-1 visit police 2031-03-12T10:00:00Z 2"
                    + " SEC-1|SEC-2|SEC-3|SEC-4|LIV-1|DIS-1|POL-1 12";

    private static final Position QUARRY = new Position(-27.80, -14.25);
    private static final Instant TAKEN = Instant.parse("2031-03-01T00:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger(() -> TAKEN);
    private int number;

    /// The three entities that mean to visit one village within ten days.
    static TestPlan ofThree() {
        return new TestPlan().plans(CIVIL).plans(RIGHTS).plans(POLICE);
    }

    static UUID subject(String key) {
        return Ids.subject("activities", key);
    }

    TestPlan plans(String line) {
        var planned = planned(line);
        return tells(planned.sourceKey(), planned);
    }

    TestPlan tells(String key, Body body) {
        return tells(subject(key), "2031-03-01T00:00:00Z", body);
    }

    TestPlan tells(UUID subject, String moment, Body body) {
        number++;
        var known = Instant.parse(moment);
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("test", "entry " + number),
                                subject,
                                Happened.at(known),
                                known,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                Handling.MISSION,
                                new Origin("form", null, null, 0),
                                null,
                                body)));
        return this;
    }

    /// Something that happened so many km from the village, on that day, by somebody.
    TestPlan sees(String day, double km, String attacker) {
        number++;
        var at = QUARRY.toward(90, km);
        var happened = LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        return tells(
                Ids.subject("incident", "incident " + number),
                happened.toString(),
                new Facts.IncidentReported(
                        "test",
                        "incident " + number,
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.at("near", at, PlacePrecision.EXACT),
                        List.of(new Involved(Involved.Role.ATTACKER, attacker, ActorClass.UNKNOWN)),
                        null,
                        null,
                        "",
                        Map.of()));
    }

    /// A battalion by the village, with a caveat or none.
    TestPlan stands(String code, String caveat) {
        tells(
                Ids.subject("base", "base-" + code),
                "2030-01-01T00:00:00Z",
                new Forces.BaseOpened(
                        "base-" + code,
                        "Camp " + code,
                        Site.at("Camp", QUARRY.toward(0, 20), PlacePrecision.EXACT),
                        "",
                        0,
                        "no",
                        "assumed",
                        ""));
        tells(
                Ids.subject("unit", code),
                "2030-01-01T00:00:00Z",
                new Forces.UnitDeclared(
                        code,
                        "Battalion " + code,
                        "Amberland",
                        Component.FORCE,
                        "base-" + code,
                        Forces.Part.INFANTRY,
                        List.of("patrol"),
                        org.vigie.geo.Mode.ROAD,
                        new Forces.Span(20, 40),
                        new Forces.Span(30, 60),
                        true,
                        null,
                        null,
                        null,
                        "",
                        null,
                        null,
                        "",
                        "assumed",
                        ""));
        if (!caveat.isEmpty()) {
            var parts = caveat.split(":", -1);
            tells(
                    Ids.subject("caveat", code),
                    "2030-01-01T00:00:00Z",
                    new Forces.CaveatDeclared(
                            "cav-" + code,
                            code,
                            Forces.CaveatKind.valueOf(parts[0]),
                            parts.length > 1 ? parts[1] : "",
                            true,
                            null,
                            null,
                            "assumed",
                            ""));
        }
        return this;
    }

    private static Activities.ActivityPlanned planned(String line) {
        var words = line.split(" ", -1);
        boolean asks = words.length > 6 && !words[5].contains("=");
        var from = Instant.parse(words[3]);
        var latitude = value(words, "at");
        return new Activities.ActivityPlanned(
                "activities",
                words[0],
                ActivityTerms.kind("kind", words[1]),
                ActivityTerms.owner("owner", words[2]),
                "team " + words[0],
                value(words, "task").isEmpty() ? "task" : value(words, "task").replace("-", ""),
                latitude.equals("?")
                        ? Site.named("Nowhere")
                        : Site.at(
                                latitude.isEmpty() ? "Hollow Quarry" : "Elsewhere",
                                latitude.isEmpty()
                                        ? QUARRY
                                        : new Position(Double.parseDouble(latitude), -14.25),
                                PlacePrecision.NEAR),
                from,
                from.plus(Duration.ofHours(Long.parseLong(words[4]))),
                new Activities.Asking(
                        asks ? ActivityTerms.codes("questions", words[5]) : List.of(),
                        asks ? Integer.parseInt(words[6]) : 0,
                        value(words, "alone").equals("yes")),
                new Activities.Support(
                        ActivityTerms.codes("units", value(words, "units")),
                        ActivityTerms.codes("cover", value(words, "cover")),
                        value(words, "with"),
                        value(words, "note")),
                ActivityTerms.end("state", value(words, "state")),
                "",
                "");
    }

    private static String value(String[] words, String name) {
        for (var word : words) {
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            }
        }
        return "";
    }

    Picture picture(String known) {
        return ledger.asOf(
                Instant.parse(known), Instant.parse("2040-01-01T00:00:00Z"), Viewer.owner());
    }

    PlanCheck check() {
        return check(PlanLimits.ASSUMED);
    }

    PlanCheck check(PlanLimits limits) {
        var picture = picture("2031-03-01T00:00:00Z");
        var plan = Plan.of(picture);
        return PlanCheck.of(picture, plan, plan, limits);
    }

    /// What was found, each as `kind: proposal`.
    List<String> found() {
        return check().findings().stream()
                .map(finding ->
                        finding.kind().code()
                                + finding.proposal()
                                        .map(proposal -> ": " + proposal.words().plain())
                                        .orElse(""))
                .toList();
    }
}
