package org.vigie.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Accords;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Claim;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Mandates;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Surveys;
import org.vigie.record.Viewer;

/// A ledger into which a test tells what is known of invented actors, accords and resolutions, each
/// from a day on.
final class TestRegister {

    private Instant clock = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> clock);
    private long number;

    /// From when on the ledger records what is told next.
    TestRegister recordedOn(String day) {
        clock = Instant.parse(day + "T00:00:00Z");
        return this;
    }

    TestRegister actor(String code, String name, String... aliases) {
        return add(
                "2020-01-01",
                Ids.subject("actor", code),
                null,
                new Facts.ActorDeclared(
                        code,
                        name,
                        List.of(aliases),
                        ActorClass.ARMED_GROUP,
                        null,
                        null,
                        null,
                        "pack",
                        ""));
    }

    /// A relation as `front at-war-with gov`, from one day to another; `""` is not stated.
    TestRegister relation(String known, String said, String from, String to, String confidence) {
        var words = said.split(" ", -1);
        return add(
                known,
                Ids.subject("actor", words[0]),
                from.isEmpty() ? null : Happened.on(LocalDate.parse(from)),
                new Facts.ActorRelated(
                        words[0],
                        words[1],
                        words[2],
                        day(from),
                        day(to),
                        confidence,
                        "source-of-" + known,
                        ""));
    }

    TestRegister label(String known, String actor, String label, String by, String since) {
        return add(
                known,
                Ids.subject("actor", actor),
                Happened.on(LocalDate.parse(since)),
                new Facts.ActorLabelled(actor, label, by, null, "source", ""));
    }

    TestRegister task(String resolution, String adopted, String until, String task, int ceiling) {
        return add(
                adopted,
                Ids.subject("mandate", resolution + task),
                Happened.on(LocalDate.parse(adopted)),
                new Mandates.MandateAdopted(
                        resolution + task,
                        resolution,
                        day(until),
                        task,
                        "1",
                        ceiling == 0 ? null : ceiling,
                        null,
                        "texts",
                        ""));
    }

    TestRegister accord(String known, String code, String on) {
        return add(
                known,
                Ids.subject("accord", code),
                Happened.on(LocalDate.parse(on)),
                new Accords.AccordMade(
                        code, code, Accords.Scope.LOCAL, "OS05", "Velune", "source", ""));
    }

    TestRegister act(String known, String accord, Accords.AccordAct act, String who, String on) {
        return add(
                known,
                Ids.subject("accord", accord),
                Happened.on(LocalDate.parse(on)),
                new Accords.AccordStepped(act, who, "", "source", ""));
    }

    TestRegister commitment(String known, String code, String accord, String due) {
        return add(
                known,
                Ids.subject("commitment", code),
                Happened.on(LocalDate.parse(known)),
                new Accords.CommitmentMade(
                        code,
                        accord,
                        List.of("front"),
                        List.of("gov"),
                        "leave the post",
                        day(due),
                        "source",
                        ""));
    }

    TestRegister step(
            String known, String code, Accords.CommitmentStep step, String on, String due) {
        return add(
                known,
                Ids.subject("commitment", code),
                Happened.on(LocalDate.parse(on)),
                new Accords.CommitmentStepped(step, "", day(due), "source", ""));
    }

    TestRegister answer(String known, String question, String area, String answer, double share) {
        return add(
                known,
                Ids.subject("survey", question + area + answer),
                Happened.on(LocalDate.parse(known)),
                new Surveys.SurveyAnswered(
                        question + area + answer,
                        "Voices",
                        area,
                        area,
                        "adults",
                        400,
                        "face to face",
                        question,
                        answer,
                        share,
                        null,
                        "source",
                        ""));
    }

    TestRegister claim(String known, UUID subject, String measure, int figure, String source) {
        return add(
                known,
                subject,
                null,
                new Facts.ClaimMade(
                        new Claim(
                                measure,
                                Figures.exactly(figure),
                                "persons",
                                "troops",
                                "",
                                LocalDate.parse(known),
                                source,
                                "",
                                Grade.UNJUDGED)));
    }

    /// Something about a whole month.
    TestRegister ofMonth(String known, UUID subject, String month, Body body) {
        var about = YearMonth.parse(month);
        return add(
                known,
                subject,
                Happened.between(about.atDay(1), about.atEndOfMonth(), DatePrecision.MONTH),
                body);
    }

    TestRegister add(String known, UUID subject, @Nullable Happened on, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(0x7000L, 0x8000_0000_0000_0000L | number++),
                                subject,
                                on,
                                endOf(known),
                                "test",
                                Component.OUTSIDE,
                                Handling.OPEN,
                                Origin.hand(),
                                null,
                                body)));
        return this;
    }

    /// What was known at the end of a day, with everything recorded.
    Picture known(String day) {
        return ledger.asOf(endOf(day), Instant.parse("2030-01-01T00:00:00Z"), Viewer.owner());
    }

    /// What the system held at the end of a day, known whenever.
    Picture recorded(String day) {
        return ledger.asOf(Instant.parse("2030-01-01T00:00:00Z"), endOf(day), Viewer.owner());
    }

    static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusMillis(1);
    }
}
