package org.vigie.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.PostName;
import org.vigie.record.Purview;
import org.vigie.record.Viewer;
import org.vigie.store.access.AccountRole;

/// Whoever asks. While there is no account it is whoever sits at the screen, as they said
/// themselves: a post or a name, and the component, kept in a cookie of this browser, which proves
/// nothing. Once there is one, it is the holder of an account, or nobody.
///
/// @param post what stands as the author of what they write; never empty
/// @param standing how that is known
public record Officer(String post, Component component, Standing standing) {

    /// How it is known who asks.
    public sealed interface Standing {

        /// They said so themselves, on a machine without accounts.
        record Said() implements Standing {}

        /// Nobody is signed in, where one has to be.
        record Stranger() implements Standing {}

        /// Signed in.
        ///
        /// @param purview to what part of the country their sight is bound; null for all of it
        /// @param formToken what every form of theirs must carry
        record SignedIn(AccountRole role, @Nullable Purview purview, String formToken)
                implements Standing {
            @Override
            public String toString() {
                return "SignedIn as " + role;
            }
        }
    }

    /// Who it is until they say so.
    public static final Officer UNNAMED = new Officer("watch-officer", Component.OPERATIONS_CENTRE);

    /// Sees nothing at all.
    static final Officer STRANGER =
            new Officer("nobody", Component.OUTSIDE, new Standing.Stranger());

    private static final String COOKIE = "vigie-officer";

    /// Where [Door] leaves who asks.
    private static final String ATTRIBUTE = "org.vigie.officer";

    /// Nothing at all may be seen.
    private static final int NO_BITS = 0;

    /// Longest name or post, in letters.
    public static final int POST_MAX = 60;

    public Officer {
        if (post.isBlank() || post.length() > POST_MAX || PostName.hidesSomething(post)) {
            throw new BadInput(
                    "name or post", post, "1 to " + POST_MAX + " letters that everybody can see");
        }
    }

    /// Somebody who says so themselves.
    public Officer(String post, Component component) {
        this(post, component, new Standing.Said());
    }

    /// Who asks, as [Door] found. Whatever did not come through it comes from a stranger.
    public static Officer of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Officer officer ? officer : STRANGER;
    }

    /// The same officer for whoever answers this request.
    void leaveOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// The officer whom the browser remembers, where there are no accounts.
    static Officer said(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? UNNAMED
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(value -> read(value).stream())
                        .findFirst()
                        .orElse(UNNAMED);
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

    /// What they may see: with an account, what its role may. Without accounts, everything but what
    /// is sealed; who is outside the mission, what is open.
    public Viewer viewer() {
        return switch (standing) {
            case Standing.Stranger() -> new Viewer(post, component, NO_BITS);
            case Standing.SignedIn(var role, var purview, var _) ->
                    role.viewer(post).boundTo(purview);
            case Standing.Said() -> {
                var like =
                        component == Component.OUTSIDE ? Viewer.outsider() : Viewer.officer(post);
                yield new Viewer(post, component, like.handlingBits());
            }
        };
    }

    /// Whether somebody has to sign in first.
    public boolean stranger() {
        return standing instanceof Standing.Stranger;
    }

    /// Whether they are signed in.
    public boolean signedIn() {
        return standing instanceof Standing.SignedIn;
    }

    /// Whether they read who looked at what.
    public boolean readsAudit() {
        return standing instanceof Standing.SignedIn(var role, var _, var _) && role.readsAudit();
    }

    /// Whether they look after accounts.
    public boolean administers() {
        return standing instanceof Standing.SignedIn(var role, var _, var _)
                && role == AccountRole.ADMINISTRATOR;
    }

    /// What every form of theirs must carry; empty where nobody signs in.
    public Optional<String> formToken() {
        return standing instanceof Standing.SignedIn(var _, var _, var token)
                ? Optional.of(token)
                : Optional.empty();
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
