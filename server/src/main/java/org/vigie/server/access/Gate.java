package org.vigie.server.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Stands before every page.
///
/// - A `Host` that is not of this machine (or named in `vigie.hosts`) is refused: a page elsewhere
///   may point its own name at 127.0.0.1 (DNS rebinding).
/// - A write whose `Origin` or `Sec-Fetch-Site` says that it comes from another site is refused.
/// - An address or a form that is cut off, too large or not in UTF-8 is refused before any page
///   reads it.
/// - Every answer carries a strict content security policy: no script but those of the watch and of
///   the form, nothing from elsewhere, no framing; and is neither stored nor sniffed nor told to
///   others as a referrer.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Gate implements Filter {

    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    /// The watch alone has a script, of ours: it tells what comes in.
    private static final String WATCH_POLICY = POLICY + "; script-src 'self'; connect-src 'self'";

    /// The form that works without a network, and the worker that keeps it, have scripts of ours.
    private static final String FORM_POLICY = WATCH_POLICY + "; worker-src 'self'";

    private static final Pattern FORM =
            Pattern.compile("/intake/[A-Za-z0-9-]+(?:/exercise)?/form(?:-worker\\.js)?");

    /// Where machines send to.
    private static final String INTAKE = "/intake/";

    private static final String WATCH = "/lite/watch";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String UNREADABLE =
            "The address or the form cannot be read: it is cut off, too large or no UTF-8. Nothing"
                    + " was written. / L'adresse ou le formulaire ne peut être lu : coupé, trop grand"
                    + " ou pas en UTF-8. Rien n'a été écrit.";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Set<String> hosts = new TreeSet<>(LOOPBACK);

    /// @param more names by which this server may be called besides those of the machine itself
    public Gate(@Value("${vigie.hosts:}") Set<String> more) {
        more.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .forEach(hosts::add);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked)
                || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("only HTTP is served");
        }
        protect(answer);
        if (WATCH.equals(asked.getRequestURI())) {
            answer.setHeader("Content-Security-Policy", WATCH_POLICY);
        } else if (FORM.matcher(asked.getRequestURI()).matches()) {
            answer.setHeader("Content-Security-Policy", FORM_POLICY);
        }
        var refusal = refusal(asked);
        if (refusal != null) {
            say(answer, HttpServletResponse.SC_FORBIDDEN, refusal);
        } else if (!readable(asked)) {
            say(answer, HttpServletResponse.SC_BAD_REQUEST, UNREADABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void say(HttpServletResponse answer, int status, String sentence)
            throws IOException {
        answer.setStatus(status);
        answer.setContentType("text/plain;charset=UTF-8");
        answer.getWriter().println(sentence);
    }

    /// Whether the address and the form are text at all. The servlet API says so by an exception
    /// when it first reads a parameter, and by no other way; whoever is the first to read decides
    /// in which letters.
    private static boolean readable(HttpServletRequest request)
            throws UnsupportedEncodingException {
        if (request.getRequestURI().startsWith(INTAKE)) {
            // Read there, up to a bound: machines write in other letters, and without an end.
            return true;
        }
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static void protect(HttpServletResponse answer) {
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /// Why the request is refused, in both languages; null when it may pass.
    private @Nullable String refusal(HttpServletRequest request) {
        var host = request.getHeader("Host");
        if (host == null || !hosts.contains(withoutPort(host))) {
            return "This server answers to its own names only. Open it as http://localhost. / Ce"
                    + " serveur ne répond qu'à ses propres noms. Ouvrez-le par http://localhost.";
        }
        if (!READS.contains(request.getMethod()) && fromElsewhere(request, host)) {
            return "Refused: this was sent from a page of another site. / Refusé : envoi depuis une"
                    + " page d'un autre site.";
        }
        return null;
    }

    private static boolean fromElsewhere(HttpServletRequest request, String host) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false; // a text browser; whatever runs scripts sends an origin with a write
        }
        if (origin.equals("null")) {
            return site == null; // no referrer is told, so only Sec-Fetch-Site speaks
        }
        return !origin.equalsIgnoreCase("http://" + host)
                && !origin.equalsIgnoreCase("https://" + host);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon >= 0 && host.indexOf(']', colon) < 0;
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
