package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures of the rate of response follow from what the chronology tells, line by line.
class ChangedChronologyTest {

    private static final String NIGHT = "chronologies/ogossagou-2020-02";
    private static final Pattern ARRIVE =
            Pattern.compile("\"arrive\":\\{\"n\":\\d+,\"medianMinutes\":(\\d+),");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void long_after_the_night() {
        vigie.source = new StoreLedgers();
        var now = InstantSource.system().instant();
        vigie.wait(Duration.between(vigie.now(), now.plus(Duration.ofMinutes(5))));
    }

    @Test
    void the_clock_starts_in_the_evening_and_an_earlier_arrival_shows() throws IOException {
        assertEquals(900, minutesToArrive("told", "missions/mali/"));
        var changed = copyOfThePack();
        var night = changed.resolve(NIGHT + ".txt");
        var text = Files.readString(night);
        var earlier = text.replace("2020-02-14T08:00Z response", "2020-02-14T07:00Z response");
        Files.writeString(night, earlier);
        assertEquals(840, minutesToArrive("changed", changed + "/"));
    }

    @Test
    void at_half_past_five_nobody_has_answered() {
        minutesToArrive("told", "missions/mali/");
        var dawn = response("told", "--as-of", "2020-02-14T05:30Z", "--json").out();
        assertTrue(
                dawn.contains("{\"received\":2,\"answered\":0,\"unanswered\":0,\"open\":2,"), dawn);
    }

    private long minutesToArrive(String data, String pack) {
        var played = vigie.on(folder.resolve(data), "play", pack + NIGHT);
        assertEquals(0, played.exitCode(), played::toString);
        var told = response(data, "--json").out();
        var arrive = ARRIVE.matcher(told);
        assertTrue(arrive.find(), told);
        return Long.parseLong(arrive.group(1));
    }

    private CommandRun.Result response(String data, String... more) {
        var words = new ArrayList<>(List.of("response", "--exercise"));
        words.addAll(List.of(more));
        return vigie.on(folder.resolve(data), words.toArray(String[]::new));
    }

    private Path copyOfThePack() throws IOException {
        var copy = folder.resolve("mali");
        var shipped = CommandRun.repository().resolve("missions/mali");
        try (var files = Files.walk(shipped)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(shipped.relativize(file)));
            }
        }
        return copy;
    }
}
