package org.vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.server.access.Access;
import org.vigie.server.intake.Incoming;
import org.vigie.server.intake.Intake;
import org.vigie.server.live.Pulse;
import org.vigie.server.picture.Desk;

/// A server that really runs, on a port of its own, and a browser without scripts.
public final class Running implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final String origin;
    private final int port;

    private final Intake intake;
    private final Path folder;

    private Running(ConfigurableApplicationContext context, Intake intake, Path folder) {
        this.context = context;
        this.intake = intake;
        this.folder = folder;
        var said = context.getEnvironment().getProperty("local.server.port");
        if (said == null) {
            throw new AssertionError("the server does not say its port");
        }
        port = Integer.parseInt(said);
        origin = "http://127.0.0.1:" + port;
    }

    public static Running on(Desk desk) {
        return on(desk, exercise -> (hash, name, file, closed) -> {});
    }

    /// The same, with somebody who hears of every file that is kept.
    public static Running on(Desk desk, Intake.Keeping keeping) {
        return on(desk, keeping, Access.none(desk.clock()));
    }

    /// The same, which waits only so long for somebody who sends nothing more.
    public static Running impatient(Desk desk, java.time.Duration patience) {
        return on(
                desk,
                exercise -> (hash, name, file, closed) -> {},
                Access.none(desk.clock()),
                "--server.tomcat.connection-timeout=" + patience.toMillis() + "ms");
    }

    /// The same with accounts.
    public static Running on(Desk desk, Intake.Keeping keeping, Access access) {
        return on(desk, keeping, access, "--spring.main.banner-mode=off");
    }

    private static Running on(Desk desk, Intake.Keeping keeping, Access access, String setting) {
        try {
            var folder = Files.createTempDirectory("vigie-incoming-test");
            var intake = new Intake(desk, Incoming.in(folder, desk.clock()), keeping);
            return new Running(
                    VigieServer.start(
                            desk,
                            intake,
                            access,
                            "--server.port=0",
                            setting,
                            "--logging.level.root=error"),
                    intake,
                    folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `http://127.0.0.1:PORT`.
    public String origin() {
        return origin;
    }

    public int port() {
        return port;
    }

    /// An answer.
    public record Answer(int status, String body, Map<String, String> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }

        /// The id that the page's first form carries.
        public String formId() {
            return formId("");
        }

        /// The id that the form with this act carries.
        public String formId(String act) {
            int end = act.isEmpty() ? body.length() : body.indexOf("value=\"" + act + "\"");
            var ids = ID.matcher(body.substring(0, Math.max(0, end))).results().toList();
            if (ids.isEmpty()) {
                throw new AssertionError("no form in " + body);
            }
            return act.isEmpty() ? ids.getFirst().group(1) : ids.getLast().group(1);
        }
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).GET();
        headers.forEach(request::header);
        return send(request);
    }

    /// What a browser sends with a form of ours.
    public Map<String, String> withCookie(String cookie) {
        return Map.of("Origin", origin, "Cookie", cookie);
    }

    public Answer post(String path, Map<String, String> form) {
        return post(path, form, Map.of("Origin", origin));
    }

    public Answer post(String path, Map<String, String> form, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        headers.forEach(request::setHeader);
        return send(request);
    }

    /// Sends a text of any kind, as a program does.
    public Answer postText(String path, String type, String body, String authorization) {
        return send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", type)
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends a text whose sort nobody says.
    public Answer postOfNoSort(String path, String body, String authorization) {
        return send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends any request at all.
    public Answer send(String method, String path, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(origin + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::setHeader);
        return send(request);
    }

    /// A line to the server, for whoever does not end what is sent.
    public Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /// The first line of the answer to an address sent letter by letter, and its headers.
    public String raw(String path, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var request =
                    "GET "
                            + path
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + headers
                            + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Sends a form with a file, as a browser does.
    ///
    /// @param file its name and what is in it, or null when none was chosen
    public Answer upload(String path, Map<String, String> form, @Nullable Chosen file) {
        return upload(path, form, file, Map.of());
    }

    /// The same with more headers.
    public Answer upload(
            String path,
            Map<String, String> form,
            @Nullable Chosen file,
            Map<String, String> headers) {
        var boundary = "----vigie-test-boundary";
        var body = new StringBuilder();
        form.forEach((name, value) ->
                body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(
                                boundary,
                                file == null ? "" : file.name(),
                                file == null ? "" : file.text(),
                                boundary));
        var request =
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        headers.forEach(request::setHeader);
        return send(request);
    }

    /// A file that somebody chose.
    public record Chosen(String name, String text) {}

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var headers =
                    answer.headers().map().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            header ->
                                                    header.getKey()
                                                            .toLowerCase(java.util.Locale.ROOT),
                                            header -> header.getValue().getFirst()));
            return new Answer(answer.statusCode(), answer.body(), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Asks under another name, as a page elsewhere could after it pointed its own name here.
    public String statusLineFor(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET /lite HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// What tells the screens: a ledger in memory says nothing of itself.
    public Pulse pulse() {
        return context.getBean(Pulse.class);
    }

    @Override
    public void close() {
        pulse().close();
        context.close();
        try {
            intake.close();
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
