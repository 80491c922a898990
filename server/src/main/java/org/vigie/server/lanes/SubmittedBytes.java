package org.vigie.server.lanes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// The bytes of a form with photographs, up to a bound of size and of time. A form without any is
/// small and is always read; of those that are large or take long, only so many at once, so that
/// telephones on slow lines do not keep others from warning.
final class SubmittedBytes extends InputStream {

    /// A photograph over the line of a village takes minutes.
    static final Duration TIME_MAX = Duration.ofMinutes(10);

    private static final Semaphore LARGE = new Semaphore(24);

    private final InputStream stream;
    private final long bytesMax;
    private final long begun = System.nanoTime();
    private long count;
    private boolean large;

    SubmittedBytes(HttpServletRequest request, long bytesMax) throws IOException {
        this.stream = request.getInputStream();
        this.bytesMax = bytesMax;
    }

    /// Why no more is read, through whatever reads: it may wrap what it does not know.
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException why;

        Refused(IOException why) {
            super(why.getMessage(), why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /// Too many others are being read.
    static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many large forms at once");
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n;
        try {
            n = stream.read(into, from, length);
        } catch (SocketTimeoutException silent) {
            throw new Refused(new SentBody.TooSlow());
        }
        count += Math.max(0, n);
        if (count > bytesMax) {
            throw new Refused(new SentBody.TooLarge());
        }
        long lasted = System.nanoTime() - begun;
        if (lasted > TIME_MAX.toNanos()) {
            throw new Refused(new SentBody.TooSlow());
        }
        if (count > SentBody.BYTES_MAX || lasted > SentBody.TIME_MAX.toNanos()) {
            beLarge();
        }
        return n;
    }

    private void beLarge() throws Refused {
        if (!large) {
            large = LARGE.tryAcquire();
            if (!large) {
                throw new Refused(new Busy());
            }
        }
    }

    /// Lets the next one in; the request itself is closed by whoever handed it out.
    @Override
    public void close() {
        if (large) {
            large = false;
            LARGE.release();
        }
    }
}
