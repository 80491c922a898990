package org.vigie.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.vigie.exchange.render.Html;

/// The answer to a form whose session has ended meanwhile. What was typed is given back, to be
/// copied: a warning that somebody wrote for half an hour must not be lost. Nothing but what came
/// with the request is on it.
final class GivenBack {

    /// Shorter fields are choices and numbers, soon made again.
    private static final int LETTERS_MIN = 12;

    private GivenBack() {}

    static Html page(HttpServletRequest request) {
        var typed = new ArrayList<Html>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    var text = String.join("\n", values);
                    boolean ours =
                            name.equals("id")
                                    || name.equals(SessionCookie.FIELD)
                                    || name.equals("password")
                                    || name.equals("again")
                                    || name.equals("token");
                    if (!ours && text.length() >= LETTERS_MIN) {
                        typed.add(
                                Html.of(
                                        "<p><label>{}<br><textarea rows=\"6\" cols=\"60\" readonly>{}</textarea></label></p>",
                                        name,
                                        text));
                    }
                });
        return Html.of(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>Vigie</title></head><body><main><h1>Your session has"
                        + " ended. Nothing was written.</h1><p>Copy what you typed, sign in, and send it again. <a"
                        + " href=\"{}\">Sign in</a></p><p lang=\"fr\"><b>Votre session est terminée. Rien n’a été"
                        + " écrit.</b> Copiez votre texte, connectez-vous et renvoyez-le. <a"
                        + " href=\"{}\">Se connecter</a></p>{}</main></body></html>",
                Door.SIGN_IN,
                Door.SIGN_IN + "?lang=fr",
                typed);
    }
}
