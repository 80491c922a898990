package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.server.access.Officer;
import org.vigie.server.picture.Desk;

/// Gives every controller method its [View], read from the request's address.
@Component
class Views implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String THEME = "vigie-theme";
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final Desk desk;

    Views(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == View.class;
    }

    @Override
    public View resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked == null) {
            throw new IllegalStateException("only HTTP is served");
        }
        var answer = request.getNativeResponse(HttpServletResponse.class);
        var theme = asked.getParameter("theme");
        if (answer != null && theme != null) {
            answer.addHeader("Set-Cookie", themeCookie(View.themeOf(theme)));
        }
        return looked(of(asked));
    }

    /// The same with the filter's names looked up in the mission's pack and among the incidents.
    private View looked(View view) throws IOException {
        if (view.filter().area() == null && view.filter().actor() == null) {
            return view;
        }
        var picture = Pictures.of(desk, view);
        var names = desk.mission().known().with(picture);
        return view.looked(names.look(view.filter(), picture.incidents()));
    }

    private static String themeCookie(String theme) {
        return ResponseCookie.from(THEME, theme)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(Duration.ofDays(400))
                .build()
                .toString();
    }

    private static String theme(HttpServletRequest request) {
        var asked = request.getParameter("theme");
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, THEME);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "";
    }

    /// The view that the request asks for.
    View of(HttpServletRequest request) {
        return View.of(request.getRequestURI(), parameters(request), asking(request));
    }

    /// The plainest view of a request whose parameters are bad: what can be kept is kept.
    View plain(HttpServletRequest request) {
        var kept = new TreeMap<String, String>();
        for (var name : List.of("lang", "exercise")) {
            var value = request.getParameter(name);
            if (value != null && accepted(name, value, request)) {
                kept.put(name, value);
            }
        }
        var asking = asking(request);
        return View.of(
                request.getRequestURI(),
                kept,
                new View.Asking(asking.now(), asking.officer(), asking.languages(), ""));
    }

    private boolean accepted(String name, String value, HttpServletRequest request) {
        try {
            View.of("/lite", Map.of(name, value), asking(request));
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    private View.Asking asking(HttpServletRequest request) {
        return new View.Asking(
                desk.clock().instant(),
                Officer.of(request),
                Collections.list(request.getLocales()).stream()
                        .map(locale -> Language.find(locale.getLanguage()))
                        .flatMap(Optional::stream)
                        .toList(),
                theme(request));
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        var parameters = new TreeMap<String, String>();
        for (var name : View.known(request.getRequestURI())) {
            var value = request.getParameter(name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }
}
