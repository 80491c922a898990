package org.vigie.exchange.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A publisher on this machine, with the faults of real ones: each request gets the next answer of
/// a list.
final class FakePublisher implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();

    /// The requests as they came: method, path with query, sign-in.
    final List<String> asked = new ArrayList<>();

    /// Makes one answer.
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    FakePublisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakePublisher page(String json) {
        return reply(exchange -> send(exchange, 200, json));
    }

    FakePublisher status(int status) {
        return reply(exchange -> send(exchange, status, "{}"));
    }

    FakePublisher busy(String retryAfter) {
        return reply(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            send(exchange, 429, "{}");
        });
    }

    /// Says that a thousand bytes come, and hangs up after a few.
    FakePublisher dropped() {
        return reply(exchange -> {
            begin(exchange);
            // The server breaks the connection of a handler that fails.
            throw new IOException("hung up");
        });
    }

    /// Says that a thousand bytes come, sends a few, and then nothing more.
    FakePublisher stalled() {
        return reply(FakePublisher::begin);
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write("{\"Result\":[".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private FakePublisher reply(Reply reply) {
        replies.add(reply);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var signIn =
                headers.getFirst("x-ucdp-access-token") + " " + headers.getFirst("Authorization");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI()
                        + " "
                        + signIn.replace("null", "").strip()
                        + body);
        var reply = replies.poll();
        if (reply == null) {
            send(exchange, 404, "{}");
        } else {
            reply.to(exchange);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
