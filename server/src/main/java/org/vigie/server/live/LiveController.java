package org.vigie.server.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.vigie.server.access.Officer;

/// A stream of server-sent events: how things stand on the watch, at once and after every change.
/// Each event is whole, so a browser that comes back after a break has missed nothing.
@Controller
class LiveController {

    /// Then a browser asks again, and whose session has ended meanwhile is told nothing more.
    private static final long OPEN_MILLIS = Duration.ofMinutes(5).toMillis();

    private final Pulse pulse;

    LiveController(Pulse pulse) {
        this.pulse = pulse;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request, @RequestParam(defaultValue = "0") String exercise)
            throws IOException {
        var viewer = Officer.of(request).viewer();
        var screen = new Screen(new Pulse.Who(exercise.equals("1"), viewer), pulse);
        screen.emitter.onCompletion(() -> {
            pulse.drop(screen);
            screen.end();
        });
        pulse.add(screen);
        screen.start();
        return screen.emitter;
    }

    /// A browser that listens. It is written to by a thread of its own, and of several events that
    /// wait for a slow one the last is sent.
    private static final class Screen implements Pulse.Subscriber {

        private final SseEmitter emitter = new SseEmitter(OPEN_MILLIS);
        private final BlockingQueue<SseEmitter.SseEventBuilder> next = new ArrayBlockingQueue<>(1);
        private final Pulse.Who who;
        private final Thread writer;

        Screen(Pulse.Who who, Pulse pulse) {
            this.who = who;
            this.writer = Thread.ofVirtual().name("live-screen").unstarted(() -> write(pulse));
        }

        void start() {
            writer.start();
        }

        @Override
        public Pulse.Who who() {
            return who;
        }

        @Override
        public synchronized void tell(String event, String data) {
            next.clear();
            next.add(SseEmitter.event().name(event).data(data, MediaType.TEXT_PLAIN));
        }

        private void write(Pulse pulse) {
            try {
                while (true) {
                    emitter.send(next.take());
                }
            } catch (IOException | IllegalStateException gone) {
                pulse.drop(this);
            } catch (InterruptedException over) {
                emitter.complete();
            }
        }

        @Override
        public void end() {
            writer.interrupt();
        }
    }
}
