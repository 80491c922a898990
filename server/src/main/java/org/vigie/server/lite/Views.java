package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.server.Desk;
import org.vigie.server.access.Officer;

/// Gives every controller method its [View], read from the request's address.
@Component
class Views implements HandlerMethodArgumentResolver, WebMvcConfigurer {

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
            @Nullable WebDataBinderFactory binders) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked == null) {
            throw new IllegalStateException("only HTTP is served");
        }
        return of(asked);
    }

    /// The view that the request asks for.
    View of(HttpServletRequest request) {
        return View.of(request.getRequestURI(), parameters(request), asking(request));
    }

    /// The plainest view of a request whose parameters are bad: what can be kept is kept.
    View plain(HttpServletRequest request) {
        var kept = new TreeMap<String, String>();
        for (var name : List.of("lang", "theme", "exercise")) {
            var value = request.getParameter(name);
            if (value != null && accepted(name, value, request)) {
                kept.put(name, value);
            }
        }
        return View.of(request.getRequestURI(), kept, asking(request));
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
                Officer.find(request).orElse(Officer.UNNAMED),
                Collections.list(request.getLocales()).stream()
                        .map(locale -> Language.find(locale.getLanguage()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        var parameters = new TreeMap<String, String>();
        for (var name : View.KEPT) {
            var value = request.getParameter(name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }
}
