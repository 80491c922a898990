package org.vigie.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.imports.KeptFiles;
import org.vigie.exchange.imports.PastImport;
import org.vigie.exchange.imports.Signature;
import org.vigie.record.Component;
import org.vigie.record.Ids;
import org.vigie.server.Demo;
import org.vigie.server.picture.Desk;

/// Jobs one after the other, stopped in the middle, and the line behind them.
@SuppressWarnings("NullAway.Init")
class IntakeTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final String CODES =
            "Location,Admin Level,P-Code,Name,Parent P-Code\nSMR,1,SM01,Nord,SMR\n";

    @TempDir private Path folder;
    private final CountDownLatch keeping = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final Random chance = new Random(3);
    private Desk desk;
    private Incoming incoming;

    @BeforeEach
    void open() throws IOException {
        desk = new Demo().desk();
        incoming = Incoming.in(folder, desk.clock());
    }

    /// Keeps a file only when the test lets it: so an import is in the middle for as long as it has
    /// to be.
    private final KeptFiles patient =
            (hash, name, file, closed) -> {
                keeping.countDown();
                try {
                    mayGoOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            };

    @Test
    void a_second_import_waits_in_line_and_is_done_after_the_first() throws Exception {
        try (var intake = new Intake(desk, incoming, exercise -> patient)) {
            var first = start(intake, CODES, false);
            keeping.await();
            var second = start(intake, CODES.replace("Nord", "Sud"), false);
            assertInstanceOf(Job.State.Queued.class, second.state());
            assertEquals(List.of(first, second), intake.open());
            mayGoOn.countDown();
            second.await(LONG);
            var done = assertInstanceOf(Job.State.Done.class, second.state());
            assertEquals(1, done.imported().counts().changed());
            assertEquals(List.of(), intake.open());
        }
    }

    @Test
    void the_line_is_short() throws Exception {
        try (var intake = new Intake(desk, incoming, exercise -> patient)) {
            start(intake, CODES, false);
            keeping.await();
            for (int i = 0; i < Intake.WAITING_MAX; i++) {
                start(intake, CODES, true);
            }
            assertEquals(Optional.empty(), intake.start(wanted(CODES, true)));
            mayGoOn.countDown();
        }
    }

    @Test
    void a_job_that_is_stopped_in_line_writes_nothing() throws Exception {
        try (var intake = new Intake(desk, incoming, exercise -> patient)) {
            var first = start(intake, CODES, false);
            keeping.await();
            var second = start(intake, CODES.replace("Nord", "Sud"), false);
            second.stop();
            mayGoOn.countDown();
            second.await(LONG);
            assertEquals(new Job.State.Stopped(), second.state());
            assertInstanceOf(Job.State.Done.class, first.state());
            assertEquals(1, PastImport.list(desk.real()).size());
        }
    }

    @Test
    void a_job_that_is_stopped_while_it_reads_writes_nothing() throws Exception {
        var rows = new StringBuilder(CODES);
        for (int i = 0; i < 5_000; i++) {
            rows.append("SMR,2,SM01-").append(i).append(",Village ").append(i).append(",SM01\n");
        }
        try (var intake = new Intake(desk, incoming, exercise -> patient)) {
            var job = start(intake, rows.toString(), false);
            keeping.await();
            job.stop();
            mayGoOn.countDown();
            job.await(LONG);
            // Whoever stops too late has an import; then it is there as a whole.
            var imports = PastImport.list(desk.real());
            switch (job.state()) {
                case Job.State.Stopped _ -> assertEquals(List.of(), imports);
                case Job.State.Done _ -> assertTrue(imports.getFirst().counts().isPresent());
                default -> throw new AssertionError(job.state());
            }
        }
    }

    @Test
    void a_server_that_ends_in_the_middle_leaves_the_whole_import_or_nothing() throws Exception {
        var intake = new Intake(desk, incoming, exercise -> patient);
        var job = start(intake, CODES, false);
        keeping.await();
        mayGoOn.countDown();
        intake.close();
        assertTrue(job.over());
        assertEquals(
                job.state() instanceof Job.State.Done ? 1 : 0, PastImport.list(desk.real()).size());
    }

    @Test
    void trouble_with_the_disk_is_said_and_leaves_nothing() throws Exception {
        KeptFiles full =
                (hash, name, file, closed) -> {
                    throw new IOException("The disk that holds it is full.");
                };
        try (var intake = new Intake(desk, incoming, exercise -> full)) {
            var job = start(intake, CODES, false);
            job.await(LONG);
            assertEquals(new Job.State.Failed("The disk that holds it is full."), job.state());
            assertEquals(List.of(), PastImport.list(desk.real()));
        }
    }

    @Test
    void the_same_id_is_the_same_job() throws Exception {
        try (var intake = new Intake(desk, incoming, exercise -> patient)) {
            var wanted = wanted(CODES, true);
            var first = intake.start(wanted).orElseThrow();
            assertSame(first, intake.start(wanted).orElseThrow());
            first.await(LONG);
            assertSame(first, intake.start(wanted).orElseThrow());
        }
    }

    @Test
    void imported_bytes_wait_no_longer() throws Exception {
        mayGoOn.countDown();
        try (var intake = new Intake(desk, incoming, exercise -> patient)) {
            var looked = start(intake, CODES, true);
            looked.await(LONG);
            var hash = looked.wanted().file().sha256();
            assertTrue(incoming.find(hash).isPresent());
            start(intake, CODES, false).await(LONG);
            assertEquals(Optional.empty(), incoming.find(hash));
        }
    }

    @Test
    void how_long_it_will_take_follows_from_the_pace_so_far() {
        var since = Instant.parse("2026-03-15T05:30:00Z");
        var reading = new Job.State.Reading(since, 500, 250, 1_000);
        assertEquals(25, reading.percent());
        assertEquals(Optional.of(Duration.ofSeconds(30)), reading.left(since.plusSeconds(10)));
        assertEquals(
                Optional.empty(), new Job.State.Reading(null, 0, 0, 0).left(since.plusSeconds(1)));
    }

    private Job start(Intake intake, String text, boolean dryRun) throws IOException {
        return intake.start(wanted(text, dryRun)).orElseThrow();
    }

    private Job.Wanted wanted(String text, boolean dryRun) throws IOException {
        var file =
                incoming.take(
                        "codes.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        1 << 20);
        return new Job.Wanted(
                new Signature(
                        Ids.fresh(Demo.NOW, chance), "Duty officer", Component.OPERATIONS_CENTRE),
                false,
                file,
                new Job.Choices("now", false, "", ""),
                dryRun);
    }
}
