package org.vigie.server.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.vigie.record.Known;
import org.vigie.record.Purview;
import org.vigie.server.access.Officer.Standing;
import org.vigie.server.picture.Desk;
import org.vigie.store.access.Account;

/// Stands behind [Gate] and before every page: nobody passes without being known.
///
/// - While there is no account, who asks from this machine is whoever they say; who asks from
///   elsewhere, or through a proxy, is refused.
/// - Once there is one, all but the sign-in, its style sheet, a one-time link and the lanes, which
///   have keys of their own, wants a session: a page sends to the sign-in, anything else is refused
///   with 401. What is open is named letter by letter; every other spelling of an address is
///   closed.
/// - A write must carry the token of its session's forms.
/// - What is asked for is written down before it is answered, and not answered when it cannot be.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Door implements Filter {

    /// Where somebody signs in.
    public static final String SIGN_IN = "/lite/sign-in";

    /// Where somebody chooses a password with a one-time link.
    public static final String SET_UP = "/lite/setup";

    /// Where somebody signs out.
    public static final String ACCOUNT = "/lite/account";

    /// The field with the page that somebody wanted.
    public static final String NEXT = "next";

    /// Where a form with a file is sent; it looks at the token itself.
    private static final String UPLOAD = "/lite/imports/new";

    private static final Pattern STYLE =
            Pattern.compile("/lite/(?:style-[0-9a-f]{12}\\.css|live-[0-9a-f]{12}\\.js)");

    /// A lane has a key of its own, and shows nothing. No part of the address is dots alone: `..`
    /// would lead elsewhere.
    private static final Pattern LANE =
            Pattern.compile("/intake(?:/(?!\\.+(?:/|$))[A-Za-z0-9._~-]{1,120}){1,6}");

    /// Database away: when whoever asked should ask again.
    private static final String AGAIN_SECONDS = "30";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final String FROM_ELSEWHERE =
            "Without accounts this server answers on its own machine only, and through no proxy. Make an"
                    + " account first: vigie account add. / Sans compte, ce serveur ne répond que sur sa"
                    + " propre machine, et à travers aucun mandataire. Créez d'abord un compte.";

    private static final String SIGN_IN_FIRST =
            "Sign in first, at /lite/sign-in. Nothing was written. / Connectez-vous d'abord, à"
                    + " /lite/sign-in. Rien n'a été écrit.";

    private static final String NOT_OURS =
            "This form does not belong to your session: you may have signed out and in again since."
                    + " Nothing was written. Go back, copy what you typed, open the page anew. / Ce"
                    + " formulaire n'est pas de votre session. Rien n'a été écrit. Revenez en arrière,"
                    + " copiez votre texte, rouvrez la page.";

    private static final String READS_ONLY =
            "The role oversight reads and writes nothing. / Le rôle oversight lit et n'écrit rien.";

    private static final String NO_DATABASE =
            "The database does not answer, so it cannot be told who asks, nor be written down; nothing is"
                    + " shown and nothing was written. Tell whoever looks after it. / La base de données ne"
                    + " répond pas : rien n'est montré, rien n'a été écrit. Prévenez qui s'en occupe.";

    private final Access access;
    private final Known known;

    /// By what accounts have as their area.
    private final Map<String, Purview> purviews = new ConcurrentHashMap<>();

    public Door(Access access, Desk desk) {
        this.access = access;
        this.known = desk.mission().known();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked)
                || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("only HTTP is served");
        }
        Decision decision;
        try {
            decision = decide(asked);
        } catch (IOException e) {
            LOG.error("a request could not be let in", e);
            decision = new Decision.Refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, NO_DATABASE);
        }
        switch (decision) {
            case Decision.Pass() -> chain.doFilter(request, response);
            case Decision.Refuse(int status, String sentence) -> say(answer, status, sentence);
            case Decision.GiveBack() -> {
                answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                answer.setContentType("text/html;charset=UTF-8");
                answer.getWriter().print(GivenBack.page(asked));
            }
            case Decision.SignIn(String address) -> {
                answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
                answer.setHeader("Location", address);
            }
        }
    }

    private sealed interface Decision {
        record Pass() implements Decision {}

        record Refuse(int status, String sentence) implements Decision {}

        record SignIn(String address) implements Decision {}

        record GiveBack() implements Decision {}
    }

    private Decision decide(HttpServletRequest request) throws IOException {
        if (!access.closed()) {
            Officer.said(request).leaveOn(request);
            return fromHere(request)
                    ? new Decision.Pass()
                    : new Decision.Refuse(HttpServletResponse.SC_FORBIDDEN, FROM_ELSEWHERE);
        }
        if (LANE.matcher(request.getRequestURI()).matches()) {
            Officer.STRANGER.leaveOn(request);
            return new Decision.Pass();
        }
        var officer = signedIn(request);
        officer.orElse(Officer.STRANGER).leaveOn(request);
        if (officer.isEmpty()) {
            return open(request) ? new Decision.Pass() : refuse(request);
        }
        return decide(request, officer.get());
    }

    private Decision decide(HttpServletRequest request, Officer officer) throws IOException {
        boolean write = !READS.contains(request.getMethod());
        if (write && !multipart(request) && !SessionCookie.carried(officer, sent(request))) {
            return new Decision.Refuse(HttpServletResponse.SC_FORBIDDEN, NOT_OURS);
        }
        boolean own = open(request) || request.getRequestURI().equals(ACCOUNT);
        if (write
                && !own
                && officer.standing() instanceof Standing.SignedIn(var role, var _, var _)
                && !role.writes()) {
            return new Decision.Refuse(HttpServletResponse.SC_FORBIDDEN, READS_ONLY);
        }
        if (!STYLE.matcher(request.getRequestURI()).matches()) {
            access.audit(
                    officer.post(), request.getMethod(), path(request), request.getRemoteAddr());
        }
        return new Decision.Pass();
    }

    private static @Nullable String sent(HttpServletRequest request) {
        return request.getParameter(SessionCookie.FIELD);
    }

    /// A form with a file is read as it streams in, and its token with it, by the one page that
    /// takes such; anywhere else it would be a way around the token.
    private static boolean multipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                && request.getRequestURI().equals(UPLOAD);
    }

    /// What was asked for, with its parameters; of a one-time link the token stays out.
    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || open(request)
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + query;
    }

    private Optional<Officer> signedIn(HttpServletRequest request) throws IOException {
        var token = SessionCookie.find(request);
        var store = access.findStore();
        if (token.isEmpty() || store.isEmpty()) {
            return Optional.empty();
        }
        return store.get()
                .sessions()
                .find(token.get(), access.now())
                .map(session -> officer(session.account(), token.get()));
    }

    private Officer officer(Account account, String token) {
        return new Officer(
                account.name(),
                account.role().component(),
                new Standing.SignedIn(
                        account.role(), purview(account), SessionCookie.formToken(token)));
    }

    /// An area that the mission's pack does not know, or not any longer, holds nothing.
    private @Nullable Purview purview(Account account) {
        var area = account.area();
        return area == null
                ? null
                : purviews.computeIfAbsent(
                        area,
                        named -> known.findPurview(named).orElseGet(() -> Purview.nowhere(named)));
    }

    /// Addresses that are open, letter by letter as they were sent.
    private static boolean open(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(SIGN_IN) || path.equals(SET_UP) || STYLE.matcher(path).matches();
    }

    private static Decision refuse(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean page = path.equals("/") || path.equals("/lite") || path.startsWith("/lite/");
        if (page && request.getMethod().equals("POST") && !multipart(request)) {
            return new Decision.GiveBack();
        }
        if (!page || !READS.contains(request.getMethod())) {
            return new Decision.Refuse(HttpServletResponse.SC_UNAUTHORIZED, SIGN_IN_FIRST);
        }
        var query = request.getQueryString();
        var wanted = query == null ? path : path + "?" + query;
        return new Decision.SignIn(
                path.equals("/lite")
                        ? SIGN_IN
                        : SIGN_IN
                                + "?"
                                + NEXT
                                + "="
                                + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /// Whether a request comes from this machine itself, and not through a proxy that stands on it.
    private static boolean fromHere(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static void say(HttpServletResponse answer, int status, String sentence)
            throws IOException {
        answer.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            answer.setHeader("Retry-After", AGAIN_SECONDS);
        }
        answer.setContentType("text/plain;charset=UTF-8");
        answer.getWriter().println(sentence);
    }
}
