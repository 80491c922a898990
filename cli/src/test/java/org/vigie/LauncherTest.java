package org.vigie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The shell launcher in a small repository with a pretended Maven, JDK, Node and browser: what it
/// starts, and when.
@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "the shell launcher is for Linux and macOS; Windows has vigie.cmd")
final class LauncherTest {

    private static final String MAVEN_THAT_BUILDS =
            """
            sleep 0.3
            mkdir -p "$HERE/cli/target" && echo jar >"$HERE/cli/target/vigie.jar"
            """;

    @TempDir private Path folder;

    private Path bin;

    @BeforeEach
    void a_small_repository() throws IOException, InterruptedException {
        Path launcher = folder.resolve("vigie");
        Files.copy(Repository.ROOT.resolve("vigie"), launcher);
        launcher.toFile().setExecutable(true);
        write("pom.xml", "<project/>");
        write("core/src/main/java/A.java", "class A {}");
        write("core/src/main/java/B.java", "class B {}");
        write("jdk/release", "JAVA_VERSION=\"25.0.3\"\n");
        program(
                "jdk/bin/java",
                "for word in \"$@\"; do echo \"[$word]\"; done; exit ${PROGRAM_EXIT:-0}");
        program("jdk/bin/javac", "");
        bin = folder.resolve("bin");
        maven(MAVEN_THAT_BUILDS);
    }

    @Test
    void unchanged_sources_are_built_once() throws Exception {
        run("count");
        run("count");
        assertEquals(1, builds());
    }

    @Test
    void a_changed_source_is_built_again() throws Exception {
        run("count");
        write("core/src/main/java/A.java", "final class A {}");
        run("count");
        assertEquals(2, builds());
    }

    @Test
    void a_deleted_source_is_built_again() throws Exception {
        run("count");
        Files.delete(folder.resolve("core/src/main/java/B.java"));
        run("count");
        assertEquals(2, builds());
    }

    @Test
    void a_new_mission_pack_is_built_into_the_jar() throws Exception {
        run("count");
        write("missions/mali/mission.json", "{}");
        run("count");
        assertEquals(2, builds());
    }

    @Test
    void two_at_once_build_once() throws Exception {
        Process first = start("count");
        Process second = start("count");
        assertEquals(List.of(0, 0), List.of(finish(first).exit(), finish(second).exit()));
        assertEquals(1, builds());
    }

    @Test
    void a_lock_left_by_a_dead_process_is_taken() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        write(".build/lock/pid", dead.pid() + "\n");
        assertEquals(0, run("count").exit());
    }

    @Test
    void a_failed_build_shows_its_errors_and_where_the_rest_is() throws Exception {
        maven("echo '[ERROR] A.java:[1,7] what is this'; exit 1");
        Outcome outcome = run("count");
        assertEquals(1, outcome.exit());
        String rest =
                "vigie: the build failed; all of it is in "
                        + folder.toRealPath().resolve(".build/build.log");
        assertTrue(
                outcome.said().endsWith("[ERROR] A.java:[1,7] what is this\n" + rest + "\n"),
                outcome::said);
    }

    @Test
    void after_a_failed_build_the_old_jar_is_not_started() throws Exception {
        run("count");
        write("core/src/main/java/A.java", "broken");
        maven("exit 1");
        assertEquals(1, run("count").exit());
        assertEquals(1, run("count").exit());
    }

    @Test
    void words_with_spaces_reach_the_program_whole() throws Exception {
        String said = run("count", "--place", "Mopti region").said();
        assertTrue(said.endsWith("vigie.jar]\n[count]\n[--place]\n[Mopti region]\n"), said);
    }

    @Test
    void the_exit_code_is_the_programs_own() throws Exception {
        assertEquals(7, finish(start(List.of("count"), "PROGRAM_EXIT", "7")).exit());
    }

    @Test
    void an_old_jdk_is_refused_in_one_sentence() throws Exception {
        write("jdk/release", "JAVA_VERSION=\"17.0.15\"\n");
        assertEquals(
                new Outcome(
                        1,
                        "vigie: VIGIE_JAVA_HOME is "
                                + folder.resolve("jdk")
                                + ", which is not a JDK 25 or newer.\n"),
                run("count"));
    }

    @Test
    void the_test_command_adds_up_java_and_browser_tests() throws Exception {
        testsThatReport(
                "tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"1\"",
                "# pass 4\n# fail 0\n# skipped 2");
        Outcome outcome = run("test");
        assertEquals("vigie: 6 passed, 2 failed, 3 skipped", lastLine(outcome));
        assertEquals(1, outcome.exit());
    }

    @Test
    void the_test_command_succeeds_when_nothing_failed() throws Exception {
        testsThatReport(
                "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"",
                "# pass 4\n# fail 0\n# skipped 0");
        Outcome outcome = run("test");
        assertEquals("vigie: 9 passed, 0 failed, 0 skipped", lastLine(outcome));
        assertEquals(0, outcome.exit());
    }

    @Test
    void a_build_that_breaks_during_the_tests_is_a_failure() throws Exception {
        testsThatReport(
                "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"",
                "# pass 4\n# fail 0\n# skipped 0");
        Files.writeString(bin.resolve("mvn"), Files.readString(bin.resolve("mvn")) + "exit 1\n");
        Outcome outcome = run("test");
        assertEquals("vigie: 5 passed, 1 failed, 0 skipped", lastLine(outcome));
        assertEquals(1, outcome.exit());
    }

    @Test
    void a_test_run_without_any_test_is_not_a_success() throws Exception {
        maven(MAVEN_THAT_BUILDS);
        testTools("# pass 0\n# fail 0");
        assertEquals(1, run("test").exit());
    }

    private void testsThatReport(String java, String browser) throws IOException {
        maven(
                MAVEN_THAT_BUILDS
                        + """
                        mkdir -p "$HERE/core/target/surefire-reports"
                        echo '<testsuite name="ATest" time="0.1" %s>' >"$HERE/core/target/surefire-reports/TEST-A.xml"
                        """
                                .formatted(java));
        testTools(browser);
    }

    private void testTools(String browser) throws IOException {
        program("bin/node", "[ \"$1\" = -p ] && echo 20 && exit\necho '%s'".formatted(browser));
        program("bin/npm", "mkdir -p node_modules");
        program("bin/chromium", "");
        program("bin/ogrinfo", "");
        write("web/tests/package-lock.json", "{}");
    }

    private void maven(String body) throws IOException {
        program("bin/mvn", "HERE='%s'\necho built >>\"$HERE/builds\"\n%s".formatted(folder, body));
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private void program(String name, String body) throws IOException {
        Path file = write(name, "#!/bin/sh\n" + body + "\n");
        file.toFile().setExecutable(true);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private record Outcome(int exit, String said) {}

    private Outcome run(String... words) throws IOException, InterruptedException {
        return finish(start(words));
    }

    private Process start(String... words) throws IOException {
        return start(List.of(words), "VIGIE_AOT", "off");
    }

    private Process start(List<String> words, String name, String value) throws IOException {
        var command =
                new ProcessBuilder(folder.resolve("vigie").toString()).redirectErrorStream(true);
        command.command().addAll(words);
        var environment = command.environment();
        environment.put("PATH", bin + ":" + environment.get("PATH"));
        environment.put("VIGIE_JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("VIGIE_AOT", "off");
        environment.put(name, value);
        return command.start();
    }

    private static Outcome finish(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static String lastLine(Outcome outcome) {
        return outcome.said().lines().reduce("", (_, line) -> line);
    }
}
