package org.vigie.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Viewer;

/// Whoever sits at the screen, as they said themselves: a post or a name, and the component. Kept
/// in a cookie of this browser; it is not a sign-in and proves nothing.
///
/// @param post what stands as the author of what they write; never empty
public record Officer(String post, Component component) {

    /// Who it is until they say so.
    public static final Officer UNNAMED = new Officer("watch-officer", Component.OPERATIONS_CENTRE);

    private static final String COOKIE = "vigie-officer";

    /// Longest name or post, in letters.
    public static final int POST_MAX = 60;

    public Officer {
        if (post.isBlank() || post.length() > POST_MAX || post.chars().anyMatch(c -> c < ' ')) {
            throw new BadInput("name or post", post, "1 to " + POST_MAX + " letters");
        }
    }

    /// The officer whom the browser remembers.
    public static Optional<Officer> find(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(value -> read(value).stream())
                        .findFirst();
    }

    /// What the browser shall remember.
    public ResponseCookie cookie() {
        var value = component.name() + "." + URLEncoder.encode(post, StandardCharsets.UTF_8);
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(java.time.Duration.ofHours(16))
                .build();
    }

    /// What they may see: everything but what is sealed; who is outside the mission, what is open.
    public Viewer viewer() {
        var like = component == Component.OUTSIDE ? Viewer.outsider() : Viewer.officer(post);
        return new Viewer(post, component, like.handlingBits());
    }

    private static Optional<Officer> read(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Officer(
                            URLDecoder.decode(value.substring(dot + 1), StandardCharsets.UTF_8),
                            Component.valueOf(value.substring(0, dot))));
        } catch (IllegalArgumentException e) {
            // A cookie that was tampered with names nobody.
            return Optional.empty();
        }
    }
}
