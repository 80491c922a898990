package org.vigie.exchange.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request at a time to one publisher, patiently: a connection that breaks, a server in trouble
/// and "too many requests" are tried again a few times, as long as the server asks for or a little
/// longer each time. Never follows a redirection: a sign-in goes to nobody else.
final class Web implements AutoCloseable {

    /// How often one page is asked for.
    static final int TRIES_MAX = 6;

    /// Longest wait that a server may ask for; one that asks for more is told of instead.
    static final Duration WAIT_MAX = Duration.ofMinutes(10);

    /// A page of 5,000 events has some 10 MB.
    private static final int PAGE_BYTES_MAX = 1 << 28;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Waiting waiting;
    private final InstantSource clock;
    private final Duration patience;
    private int waits;

    /// @param patience how long one whole answer may take
    Web(Waiting waiting, InstantSource clock, Duration patience) {
        this.waiting = waiting;
        this.clock = clock;
        this.patience = patience;
    }

    /// What came back.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, byte[] body, @Nullable String retryAfter) {}

    /// How often it had to wait.
    int waits() {
        return waits;
    }

    /// @throws IOException when the publisher cannot be reached, or is in trouble each time
    Answer send(HttpRequest.Builder request) throws IOException {
        String last = "";
        for (int tried = 1; tried <= TRIES_MAX; tried++) {
            var pause = Duration.ofSeconds(1L << (tried - 1));
            try {
                var answer = once(request.build());
                if (answer.status() != TOO_MANY_REQUESTS && answer.status() < SERVER_TROUBLE) {
                    return answer;
                }
                last = "it answered " + answer.status();
                pause = longer(pause, asked(answer.retryAfter()));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                last = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
            if (pause.compareTo(WAIT_MAX) > 0) {
                throw new IOException(
                        host(request)
                                + " asks to wait "
                                + pause.toSeconds()
                                + " seconds: try later");
            }
            if (tried < TRIES_MAX) {
                pause(pause);
            }
        }
        throw new IOException(
                "%s could not be read in %s tries: %s".formatted(host(request), TRIES_MAX, last));
    }

    /// The time limit of a request ends with its head; a body that stalls is given up here.
    private Answer once(HttpRequest request) throws IOException {
        var coming =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), PAGE_BYTES_MAX));
        try {
            var response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (InterruptedException e) {
            coming.cancel(true);
            throw interrupted(e);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException trouble -> throw new IOException(trouble.getMessage(), trouble);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private void pause(Duration time) throws IOException {
        waits++;
        try {
            waiting.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        var told = new InterruptedIOException("stopped while fetching");
        told.initCause(e);
        return told;
    }

    /// Seconds, or a moment as HTTP prints it; nothing that can be read is no wish.
    private Duration asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        if (retryAfter.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            var moment = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return longer(Duration.ZERO, Duration.between(clock.instant(), moment.toInstant()));
        } catch (DateTimeException e) {
            return Duration.ZERO; // the pause of this try will do
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String host(HttpRequest.Builder request) {
        URI address = request.copy().build().uri();
        return address.getHost();
    }

    /// Without waiting for an answer that was given up.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
