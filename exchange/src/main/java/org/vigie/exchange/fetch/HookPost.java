package org.vigie.exchange.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tells a webhook something, once. Never follows a redirection, reads nothing of the answer but
/// its status, and waits no longer than it was told to.
public final class HookPost implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Duration patience;

    /// @param patience how long one try may take
    public HookPost(Duration patience) {
        this.patience = patience;
    }

    /// Sends it.
    ///
    /// @return the status that came back
    /// @throws IOException when none came back in time
    public int send(URI address, Map<String, String> headers, byte[] body) throws IOException {
        HookAddress.requireReachable(address);
        var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        var coming = client.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException("stopped while it waited for an answer");
            stopped.initCause(e);
            throw stopped;
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException trouble ->
                        throw new IOException(
                                "the connection failed: " + trouble.getClass().getSimpleName(),
                                trouble);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
