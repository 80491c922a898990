package org.vigie.exchange.packs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.geo.Place;
import org.vigie.record.ActorClass;
import org.vigie.record.Claim;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Forces;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Involved;
import org.vigie.record.Warnings;

/// Turns drawn events into what a mission comes to know of them: warnings before, the account and
/// the figures after, a flight request for the gravest and the host state's answer.
final class EventTape {

    private static final String FILE = PackReader.GENERATOR;
    private static final double SECONDS_OF_HOUR = 3600;
    private static final String POPULATION = "people (exercise)";

    private final GeneratorSettings settings;
    private final Chance chance;
    private final Drafts drafts;
    private final World world;
    private int number;

    /// @param places by first-level area, those where something may happen
    /// @param speakers sources of figures
    record World(
            Map<String, List<Place>> places,
            List<Facts.SourceRegistered> speakers,
            PackIndex index) {}

    EventTape(GeneratorSettings settings, Chance chance, Drafts drafts, World world) {
        this.settings = settings;
        this.chance = chance;
        this.drafts = drafts;
        this.world = world;
    }

    void add(Violence.Event event) {
        var id = "gen-" + ++number;
        var place = place(event.area());
        var known = event.at().plus(hours("report.delayHours"));
        if (event.kind().equals(Violence.ATTACK) && chance.yes(settings.number("warning.share"))) {
            warn(id, event, place, known);
        }
        account(id, event, place, known);
    }

    /// Warnings of things that do not happen.
    void addFalseWarnings() {
        var rates = new LinkedHashMap<String, Double>();
        settings.areas().forEach((code, area) -> rates.put(code, area.rate()));
        var areas = new GeneratorSettings.Shares(rates);
        for (var day = settings.from(); !day.isAfter(settings.until()); day = day.plusDays(1)) {
            for (int left = chance.poisson(settings.number("warning.false.perDay"));
                    left > 0;
                    left--) {
                var id = "gen-false-" + ++number;
                var at = minuteOf(day);
                var report = report(id, place(chance.pick(areas)), at);
                verify(report, at.plus(hours("report.delayHours")), Warnings.Verification.FALSE);
            }
        }
    }

    private void warn(String id, Violence.Event event, Place place, Instant attackKnown) {
        var lead =
                chance.logUniform(
                        settings.number("warning.leadHours.low"),
                        settings.number("warning.leadHours.high"));
        boolean wrong = chance.yes(settings.number("warning.placeError.share"));
        var named = wrong ? place(event.area()) : place;
        var first = event.at().minus(duration(lead));
        var report = report(id + "-w1", named, first);
        verify(report, attackKnown, Warnings.Verification.CONFIRMED);
        if (chance.yes(settings.number("warning.second.share"))) {
            var second = event.at().minus(duration(lead * chance.unit()));
            verify(report(id + "-w2", place, second), attackKnown, Warnings.Verification.CONFIRMED);
        }
    }

    private UUID report(String id, Place place, Instant at) {
        var subject = Ids.subject("report", id);
        var severity = chance.pick(settings.share("warning.severity"));
        long people =
                Math.max(
                        10,
                        Math.round(
                                        chance.logUniform(
                                                        settings.number("atRisk.low"),
                                                        settings.number("atRisk.high"))
                                                / 10)
                                * 10);
        drafts.add(
                head(subject, at, at, Handling.MISSION),
                new Warnings.ReportReceived(
                        chance.pick(settings.share("warning.lanes")),
                        world.index().site(place.id()),
                        "EXERCISE: armed men are said to be near " + place.name(),
                        "about " + people + " people of " + place.name(),
                        "attack feared",
                        Warnings.Severity.valueOf(IncidentWords.constant(severity)),
                        ActorClass.UNKNOWN,
                        Grade.UNJUDGED,
                        false));
        if (severity.equals("critical")) {
            askToFly(id, place, at);
        }
        return subject;
    }

    /// For every critical warning the mission asks for a flight at once.
    private void askToFly(String id, Place place, Instant at) {
        var subject = Ids.subject("clearance", id);
        var asked = at.plus(Duration.ofMinutes(1));
        drafts.add(
                head(subject, asked, asked, Handling.MISSION),
                new Forces.ClearanceAsked(
                        "flight",
                        "helicopter",
                        world.index().site(place.id()),
                        null,
                        "EXERCISE: asked for the warning " + id));
        var weights = new LinkedHashMap<String, Double>();
        for (var word : List.of("granted", "partial", "refused", "no-answer")) {
            weights.put(word, settings.number("clearance." + word));
        }
        var outcome =
                switch (chance.pick(new GeneratorSettings.Shares(weights))) {
                    case "granted" -> Forces.ClearanceOutcome.GRANTED;
                    case "partial" -> Forces.ClearanceOutcome.PARTLY_GRANTED;
                    case "refused" -> Forces.ClearanceOutcome.REFUSED;
                    default -> Forces.ClearanceOutcome.NO_ANSWER;
                };
        var answered = asked.plus(hours("clearance.delayHours"));
        drafts.add(
                head(subject, answered, answered, Handling.MISSION),
                new Forces.ClearanceDecided(outcome, "EXERCISE"));
    }

    private void verify(UUID report, Instant at, Warnings.Verification truth) {
        var status =
                chance.yes(settings.number("unverifiable.share"))
                        ? Warnings.Verification.UNVERIFIABLE
                        : truth;
        drafts.add(
                head(report, at, at, Handling.MISSION),
                new Warnings.ReportVerified(status, "EXERCISE: generated"));
    }

    private void account(String id, Violence.Event event, Place place, Instant known) {
        var subject = Ids.subject("incident", id);
        var attacker = world.index().actor("attackers", event.attacker());
        var source = speaker().code();
        drafts.add(
                head(subject, event.at(), known, Handling.OPEN),
                new Facts.IncidentReported(
                        source,
                        id,
                        IncidentWords.kind(event.kind()),
                        event.kind(),
                        world.index().site(place.id()),
                        List.of(
                                new Involved(
                                        Involved.Role.ATTACKER,
                                        attacker.name(),
                                        attacker.actorClass()),
                                target(event.kind())),
                        null,
                        LocalDate.ofInstant(known, ZoneOffset.UTC),
                        "EXERCISE: generated " + event.kind() + " at " + place.name(),
                        Map.of()));
        figures(event, subject, known);
    }

    private static Involved target(String kind) {
        return switch (kind) {
            case "battle", "explosive-device" ->
                    new Involved(Involved.Role.TARGET, "not stated", ActorClass.UNKNOWN);
            case "attack-on-mission" ->
                    new Involved(Involved.Role.TARGET, "the mission", ActorClass.MISSION);
            default -> new Involved(Involved.Role.TARGET, "Civilians", ActorClass.CIVILIANS);
        };
    }

    /// Two or three sources, whose figures differ by at most the spread.
    private void figures(Violence.Event event, UUID subject, Instant known) {
        var harm = settings.harm().get(event.kind());
        int dead = harm == null ? 0 : chance.negativeBinomial(harm.mean(), harm.dispersion());
        int count =
                Allowed.whole(
                        "claims.sources", chance.pick(settings.share("claims.sources")), 0, 20);
        var at = known;
        int begin = (int) (chance.unit() * world.speakers().size());
        for (int i = 0; i < Math.min(count, world.speakers().size()); i++) {
            var source = world.speakers().get((begin + i) % world.speakers().size());
            double factor =
                    chance.logUniform(
                            1 / settings.number("claims.spread"), settings.number("claims.spread"));
            int said = i == 0 ? dead : (int) Math.round(dead * factor);
            drafts.add(
                    head(subject, event.at(), at, Handling.OPEN),
                    new Facts.ClaimMade(
                            new Claim(
                                    "killed",
                                    new Figures(null, said, null),
                                    "persons",
                                    POPULATION,
                                    "first count",
                                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                                    source.code(),
                                    "EXERCISE: generated",
                                    PackEntries.grade(source.reliability()))));
            at = at.plus(hours("report.delayHours"));
        }
    }

    private Facts.SourceRegistered speaker() {
        return world.speakers().get((int) (chance.unit() * world.speakers().size()));
    }

    private Place place(String area) {
        var places = world.places().getOrDefault(area, List.of());
        var weights = new LinkedHashMap<String, Double>();
        var byKind = settings.share("place.weights").weights();
        places.forEach(place -> weights.put(place.id(), byKind.getOrDefault(place.kind(), 0.0)));
        var id = chance.pick(new GeneratorSettings.Shares(weights));
        return places.stream().filter(place -> place.id().equals(id)).findFirst().orElseThrow();
    }

    private Instant minuteOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofMinutes((long) (chance.unit() * 24 * 60)));
    }

    private Duration hours(String key) {
        return duration(
                chance.logUniform(settings.number(key + ".low"), settings.number(key + ".high")));
    }

    private static Duration duration(double hours) {
        return Duration.ofSeconds(Math.round(hours * SECONDS_OF_HOUR))
                .truncatedTo(ChronoUnit.MINUTES);
    }

    private static Drafts.Head head(UUID subject, Instant at, Instant known, Handling handling) {
        return new Drafts.Head(
                subject,
                Happened.at(at),
                known,
                "",
                handling == Handling.OPEN ? Component.OUTSIDE : Component.OPERATIONS_CENTRE,
                handling,
                FILE,
                0);
    }
}
