package org.vigie.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// The cookie of a browser that is signed in, and the token that its forms carry beside.
public final class SessionCookie {

    /// The field of a form that carries its token.
    public static final String FIELD = "vigie-form";

    private static final String NAME = "vigie-session";

    private static final int TOKEN_LETTERS = 43;

    private SessionCookie() {}

    /// The token in the browser's cookie. Two such cookies are none: one of them was put there by
    /// somebody else.
    public static Optional<String> find(HttpServletRequest request) {
        @Nullable String found = null;
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = cookie.getValue();
            }
        }
        return Optional.ofNullable(found).filter(token -> token.length() == TOKEN_LETTERS);
    }

    /// The cookie with this token. It ends with the browser; the session ends by itself.
    public static ResponseCookie of(HttpServletRequest request, String token) {
        return cookie(request, token).build();
    }

    /// Takes the cookie away.
    public static ResponseCookie gone(HttpServletRequest request) {
        return cookie(request, "").maxAge(Duration.ZERO).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String token) {
        return ResponseCookie.from(NAME, token)
                .path("/")
                .httpOnly(true)
                .secure(overTls(request))
                .sameSite("Strict");
    }

    /// `https` when the browser came by TLS, else `http`.
    public static String scheme(HttpServletRequest request) {
        return overTls(request) ? "https" : "http";
    }

    /// Whether the browser came by TLS, here or in front of us. Who says so falsely only makes
    /// their own cookie stricter.
    private static boolean overTls(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                || (origin != null && origin.toLowerCase(Locale.ROOT).startsWith("https://"));
    }

    /// The token of the forms of a session: made from its own, so that nothing more is kept, and
    /// from which its own cannot be found.
    static String formToken(String token) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("vigie form " + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Whether a form carries the token of the officer who sends it; always where nobody signs in.
    public static boolean carried(Officer officer, @Nullable String sent) {
        var right = officer.formToken();
        return right.isEmpty()
                || (sent != null
                        && MessageDigest.isEqual(
                                right.get().getBytes(StandardCharsets.UTF_8),
                                sent.getBytes(StandardCharsets.UTF_8)));
    }
}
