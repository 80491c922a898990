package org.vigie.exchange.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Fetches all pages of one query into one file, each page as it came, one below the other. Whole
/// or not at all: when a page cannot be had, the file is taken away again.
///
/// The next page is always asked of the host of the first one, whatever address a page names, so
/// that a sign-in goes to nobody else; and over HTTPS, but on this machine.
public final class Download {

    /// More pages than any publisher has: a publisher whose pages never end is a fault.
    private static final int PAGES_MAX = 100_000;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int REFUSED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FINE = 200;

    private final Query query;
    private final SignIn signIn;
    private final Listener listener;
    private @Nullable String token;

    private Download(Query query, SignIn signIn, Listener listener) {
        this.query = query;
        this.signIn = signIn;
        this.listener = listener;
        this.token = signIn.token();
    }

    /// What is asked for.
    ///
    /// @param base where the publisher is; [Provider#home] but in tests and behind a mirror
    /// @param release of the data, where the publisher has several
    /// @param filters the publisher's own, by name
    public record Query(
            Provider provider,
            URI base,
            Optional<String> release,
            SortedMap<String, String> filters) {

        public Query {
            boolean secret = "https".equals(base.getScheme());
            boolean here = "http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost());
            if (base.getHost() == null || !(secret || here)) {
                throw new BadInput("base-url", base, "an address that begins with https://");
            }
        }
    }

    /// Hears of every page.
    @FunctionalInterface
    public interface Listener {

        /// One more page is there.
        ///
        /// @param pages of all, 0 when the publisher does not say
        void fetched(int page, int pages, long records);
    }

    /// What was fetched.
    ///
    /// @param waits how often the publisher had to be waited for
    public record Fetched(int pages, long records, int waits) {}

    /// Fetches everything.
    ///
    /// @throws BadInput when the publisher refuses the query or the sign-in
    /// @throws IOException when it cannot be reached, or the disk is full
    public static Fetched run(Query query, SignIn signIn, Path into, Surroundings surroundings)
            throws IOException {
        boolean whole = false;
        try (var web =
                        new Web(
                                surroundings.waiting(),
                                surroundings.clock(),
                                surroundings.patience());
                var out = Files.newOutputStream(into)) {
            var fetched = new Download(query, signIn, surroundings.listener()).pages(web, out);
            whole = true;
            return fetched;
        } finally {
            if (!whole) {
                Files.deleteIfExists(into);
            }
        }
    }

    /// What a download needs of the world around it.
    ///
    /// @param patience how long one whole page may take
    public record Surroundings(
            Waiting waiting, InstantSource clock, Duration patience, Listener listener) {}

    private Fetched pages(Web web, OutputStream out) throws IOException {
        var address = first();
        long records = 0;
        for (int page = 1; page <= PAGES_MAX; page++) {
            var body = page(web, address);
            var facts = PageFacts.of(body);
            if (facts.records() < 0) {
                throw new BadInput("answer", address.getPath(), "a page with records");
            }
            out.write(body);
            out.write('\n');
            records += facts.records();
            listener.fetched(page, facts.pages(), records);
            var next = next(facts, page);
            if (next.isEmpty()) {
                return new Fetched(page, records, web.waits());
            }
            if (next.get().equals(address)) {
                throw new IOException("page " + page + " names itself as the next one");
            }
            address = next.get();
        }
        throw new IOException("there are more than " + PAGES_MAX + " pages");
    }

    private byte[] page(Web web, URI address) throws IOException {
        var answer = web.send(request(web, address));
        if (answer.status() == REFUSED && signIn.user() != null) {
            token = null; // it may have run out while earlier pages were read
            answer = web.send(request(web, address));
        }
        return switch (answer.status()) {
            case FINE -> answer.body();
            case REFUSED, FORBIDDEN ->
                    throw new BadInput(
                            "sign-in",
                            signIn,
                            "accepted by %s, which answered %s".formatted(host(), answer.status()));
            default ->
                    throw new BadInput(
                            "query",
                            address.getPath(),
                            "one that %s knows, and it answered %s"
                                    .formatted(host(), answer.status()));
        };
    }

    private HttpRequest.Builder request(Web web, URI address) throws IOException {
        var request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        if (query.provider().ofAcled()) {
            return request.header("Authorization", "Bearer " + acledToken(web));
        }
        var given = token;
        return given == null || query.provider() != Provider.UCDP
                ? request
                : request.header("x-ucdp-access-token", given);
    }

    /// OAuth by user and password, as ACLED's interface asks for.
    private String acledToken(Web web) throws IOException {
        var known = token;
        if (known != null) {
            return known;
        }
        var user = signIn.user();
        var password = signIn.password();
        if (user == null || password == null) {
            throw new BadInput(
                    "sign-in",
                    null,
                    "given in VIGIE_ACLED_USER and VIGIE_ACLED_PASSWORD, or in a --token-file");
        }
        var form =
                "username=%s&password=%s&grant_type=password&client_id=acled"
                        .formatted(encoded(user), encoded(password));
        var request =
                HttpRequest.newBuilder(query.base().resolve("/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        var answer = web.send(request);
        var given = answer.status() == FINE ? PageFacts.of(answer.body()).token() : null;
        if (given == null) {
            throw new BadInput(
                    "sign-in",
                    signIn,
                    "accepted by %s, which answered %s".formatted(host(), answer.status()));
        }
        token = given;
        return given;
    }

    private URI first() {
        var address = new StringBuilder("/").append(query.provider().path(query.release()));
        address.append('?').append(query.provider().firstPage());
        query.filters()
                .forEach((name, value) ->
                        address.append('&')
                                .append(encoded(name))
                                .append('=')
                                .append(encoded(value)));
        return query.base().resolve(address.toString());
    }

    private Optional<URI> next(PageFacts facts, int page) {
        if (query.provider().ofAcled()) {
            boolean last = facts.records() < Provider.ACLED_RECORDS_A_PAGE;
            return last ? Optional.empty() : Optional.of(URI.create(turned(page + 1)));
        }
        var next = facts.next();
        if (next == null || facts.records() == 0) {
            return Optional.empty();
        }
        var named = URI.create(next);
        return Optional.of(query.base().resolve(named.getRawPath() + "?" + named.getRawQuery()));
    }

    private String turned(int page) {
        return first().toString().replace("&page=1", "&page=" + page);
    }

    private String host() {
        return query.base().getHost();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
