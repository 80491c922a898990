package org.vigie.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geo.BadInput;

class DownloadTest {

    private static final String LAST =
            "{\"TotalPages\":2,\"NextPageUrl\":\"\",\"Result\":[{\"id\":3}]}";
    private static final SignIn TOKEN = new SignIn("secret-token", null, null);
    private static final SignIn ACCOUNT = new SignIn(null, "me@example.org", "pass word");

    @TempDir Path folder;
    private final FakePublisher publisher;
    private final List<Duration> slept = new ArrayList<>();

    DownloadTest() throws IOException {
        publisher = new FakePublisher();
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void pages_are_followed_to_the_last_and_kept_as_they_came() throws IOException {
        publisher.page(first()).page(LAST);
        var fetched = ucdp();
        assertEquals(new Download.Fetched(2, 3, 0), fetched);
        assertEquals(first() + "\n" + LAST + "\n", Files.readString(file()));
        assertEquals(
                List.of(
                        "GET /api/gedevents/25.1?pagesize=1000&page=0&Country=432 secret-token",
                        "GET /api/gedevents/25.1?pagesize=1000&page=1&Country=432 secret-token"),
                publisher.asked);
    }

    @Test
    void a_publisher_that_is_busy_is_waited_for_as_long_as_it_asks() throws IOException {
        publisher.busy("7").page(LAST);
        assertEquals(1, ucdp().waits());
        assertEquals(List.of(Duration.ofSeconds(7)), slept);
    }

    @Test
    void a_publisher_may_name_the_moment_until_which_to_wait() throws IOException {
        publisher.busy("Wed, 01 May 2024 06:00:30 GMT").page(LAST);
        ucdp();
        assertEquals(List.of(Duration.ofSeconds(30)), slept);
    }

    @Test
    void a_publisher_that_asks_for_too_long_a_wait_is_left_alone() {
        publisher.busy("3600");
        var trouble = assertThrows(IOException.class, this::ucdp);
        assertEquals("127.0.0.1 asks to wait 3600 seconds: try later", trouble.getMessage());
        assertFalse(Files.exists(file()));
    }

    @Test
    void a_server_in_trouble_is_asked_again_a_little_later_each_time() throws IOException {
        publisher.status(500).status(503).status(502).page(LAST);
        ucdp();
        assertEquals(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)),
                slept);
    }

    @Test
    void a_page_of_which_the_connection_breaks_is_fetched_once_more() throws IOException {
        publisher.page(first()).dropped().page(LAST);
        assertEquals(new Download.Fetched(2, 3, 1), ucdp());
        assertEquals(first() + "\n" + LAST + "\n", Files.readString(file()));
    }

    @Test
    void a_page_that_stalls_is_given_up_and_fetched_once_more() throws IOException {
        publisher.page(first()).stalled().page(LAST);
        assertEquals(new Download.Fetched(2, 3, 1), ucdp());
    }

    @Test
    void trouble_without_end_leaves_no_file() {
        publisher.page(first());
        for (int tried = 0; tried < Web.TRIES_MAX; tried++) {
            publisher.dropped();
        }
        var trouble = assertThrows(IOException.class, this::ucdp);
        assertTrue(
                String.valueOf(trouble.getMessage())
                        .startsWith("127.0.0.1 could not be read in 6 tries: "),
                trouble::toString);
        assertFalse(Files.exists(file()));
    }

    @Test
    void a_refused_token_is_bad_input_that_does_not_show_it() {
        publisher.status(401);
        var refusal = assertThrows(BadInput.class, this::ucdp);
        assertEquals(
                "sign-in must be accepted by 127.0.0.1, which answered 401, was SignIn[a token]",
                refusal.getMessage());
    }

    @Test
    void a_page_that_sends_us_elsewhere_is_asked_of_the_first_host_all_the_same()
            throws IOException {
        publisher
                .page(first().replace(publisher.base().toString(), "https://elsewhere.example"))
                .page(LAST);
        assertEquals(2, ucdp().pages());
    }

    @Test
    void a_page_that_names_itself_as_the_next_one_ends_the_download() {
        publisher.page(first()).page(first());
        var trouble = assertThrows(IOException.class, this::ucdp);
        assertEquals("page 2 names itself as the next one", trouble.getMessage());
    }

    @Test
    void a_redirection_is_not_followed() {
        publisher.status(302);
        assertThrows(BadInput.class, this::ucdp);
        assertEquals(1, publisher.asked.size());
    }

    @Test
    void an_answer_that_is_no_json_is_refused() {
        publisher.page("<html>");
        assertEquals("answer", assertThrows(BadInput.class, this::ucdp).field());
        assertFalse(Files.exists(file()));
    }

    @Test
    void acled_is_signed_in_to_once_and_again_when_the_token_has_run_out() throws IOException {
        publisher
                .page("{\"access_token\":\"one\",\"expires_in\":86400}")
                .page("{\"status\":200,\"count\":5000,\"data\":[" + "{},".repeat(4999) + "{}]}")
                .status(401)
                .page("{\"access_token\":\"two\"}")
                .page("{\"status\":200,\"count\":1,\"data\":[{}]}");
        assertEquals(new Download.Fetched(2, 5001, 0), acled(ACCOUNT));
        var signIn =
                "POST /oauth/token username=me%40example.org&password=pass+word"
                        + "&grant_type=password&client_id=acled";
        var read = "GET /api/acled/read?_format=json&limit=5000&page=";
        assertEquals(
                List.of(
                        signIn,
                        read + "1 Bearer one",
                        read + "2 Bearer one",
                        signIn,
                        read + "2 Bearer two"),
                publisher.asked);
    }

    @Test
    void acled_needs_a_sign_in() {
        assertEquals(
                "sign-in must be given in VIGIE_ACLED_USER and VIGIE_ACLED_PASSWORD, or in a"
                        + " --token-file, but is missing",
                assertThrows(BadInput.class, () -> acled(SignIn.NONE)).getMessage());
    }

    @Test
    void a_release_cannot_lead_out_of_its_path() {
        assertThrows(BadInput.class, () -> Provider.UCDP.path(Optional.of("../../etc")));
    }

    @Test
    void a_sign_in_does_not_go_over_the_wire_unprotected() {
        var refusal =
                assertThrows(
                        BadInput.class,
                        () -> query(Provider.UCDP, URI.create("http://example.org")));
        assertEquals("base-url", refusal.field());
    }

    @Test
    void a_token_file_that_others_can_read_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "token=abc\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals("token-file", assertThrows(BadInput.class, () -> SignIn.of(file)).field());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals("abc", SignIn.of(file).token());
    }

    @Test
    void a_sign_in_is_read_from_the_environment_and_never_shown() {
        var signIn = SignIn.of(Provider.UCDP, Map.of("VIGIE_UCDP_TOKEN", "abc"));
        assertEquals("abc", signIn.token());
        assertEquals("SignIn[a token]", signIn.toString());
    }

    private String first() {
        return "{\"TotalCount\":3,\"TotalPages\":2,\"NextPageUrl\":\"%s/api/gedevents/25.1?pagesize=1000&page=1&Country=432\",\"Result\":[{\"id\":1},{\"id\":2}]}"
                .formatted(publisher.base());
    }

    private Download.Fetched ucdp() throws IOException {
        return run(query(Provider.UCDP, publisher.base()), TOKEN);
    }

    private Download.Fetched acled(SignIn signIn) throws IOException {
        return run(
                new Download.Query(
                        Provider.ACLED, publisher.base(), Optional.empty(), new TreeMap<>()),
                signIn);
    }

    private Download.Query query(Provider provider, URI base) {
        return new Download.Query(
                provider, base, Optional.of("25.1"), new TreeMap<>(Map.of("Country", "432")));
    }

    private Download.Fetched run(Download.Query query, SignIn signIn) throws IOException {
        return Download.run(
                query,
                signIn,
                file(),
                new Download.Surroundings(
                        slept::add,
                        InstantSource.fixed(Instant.parse("2024-05-01T06:00:00Z")),
                        Duration.ofSeconds(2),
                        (page, pages, records) -> {}));
    }

    private Path file() {
        return folder.resolve("pages.json");
    }
}
