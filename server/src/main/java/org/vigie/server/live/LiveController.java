package org.vigie.server.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

    private static final long NO_TIMEOUT = 0L;

    private final Pulse pulse;

    LiveController(Pulse pulse) {
        this.pulse = pulse;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request, @RequestParam(defaultValue = "0") String exercise) {
        var viewer = Officer.find(request).orElse(Officer.UNNAMED).viewer();
        var screen = new Screen(new Pulse.Who(exercise.equals("1"), viewer));
        screen.emitter.onCompletion(() -> pulse.drop(screen));
        screen.emitter.onError(gone -> pulse.drop(screen));
        pulse.add(screen);
        return screen.emitter;
    }

    /// A browser that listens.
    private static final class Screen implements Pulse.Subscriber {

        private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        private final Pulse.Who who;

        Screen(Pulse.Who who) {
            this.who = who;
        }

        @Override
        public Pulse.Who who() {
            return who;
        }

        @Override
        public void tell(String event, String data) throws IOException {
            emitter.send(SseEmitter.event().name(event).data(data, MediaType.TEXT_PLAIN));
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }
}
