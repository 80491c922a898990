package org.vigie.exchange.render;

import com.google.errorprone.annotations.CompileTimeConstant;
import com.google.errorprone.annotations.Immutable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of HTML or SVG that is safe by construction: its tags come from the source code alone,
/// and everything else is escaped on its way in.
///
/// `Html.of("<td>{}</td>", text)` puts the text where `{}` stands. A text, a number or a character
/// is escaped; another piece of HTML, or a list of them, is taken as it is. There is no way to make
/// a piece from text that the compiler does not know: the template must be a constant.
///
/// What a template may not do, because escaping alone would not help there (it is refused at its
/// first use, which is our bug): a `{}` outside double quotes within a tag, unless it is an
/// [#attribute]; a `{}` in an attribute that runs code or style (`onclick`, `style`); a script or
/// style element ([#script] alone makes one). An address (`href`, `src`, `action`) that does not
/// begin with `/`, `?`, `#`, `http://` or `https://` becomes `#`.
@Immutable
public final class Html {

    /// Nothing.
    public static final Html EMPTY = new Html("");

    private static final Pattern POSTING =
            Pattern.compile("<form\\b[^>]*\\bmethod=\"post\"[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final ConcurrentMap<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private final String text;

    private Html(String text) {
        this.text = text;
    }

    /// An attribute without a value that is there or not: `selected`, `checked`, `hidden` … Its
    /// place in the template is a `{}` inside a tag and outside quotes.
    @Immutable
    public static final class Attribute {

        private final String text;

        private Attribute(String text) {
            this.text = text;
        }
    }

    /// The piece that the template and its values make.
    ///
    /// @param values one for each `{}`: text, numbers, other pieces, or lists of pieces
    public static Html of(@CompileTimeConstant final String template, Object... values) {
        return new Html(TEMPLATES.computeIfAbsent(template, Template::parse).filled(values));
    }

    /// A script of our own, from a file that this server hands out; it runs once the page is there,
    /// and only where the policy of the page lets it. Scripts within a page there are none.
    ///
    /// @param path such as `/lite/live-5f1c.js`
    public static Html script(String path) {
        if (!path.matches("(?:/[a-z0-9-]+)+\\.js")) {
            throw new IllegalStateException("no script of ours: " + path);
        }
        return new Html("<script src=\"" + path + "\" defer></script>");
    }

    /// The pieces one after the other.
    public static Html join(Iterable<Html> pieces) {
        var joined = new StringBuilder();
        for (var piece : pieces) {
            joined.append(piece.text);
        }
        return new Html(joined.toString());
    }

    /// The pieces with another between them.
    public static Html join(Html between, Iterable<Html> pieces) {
        var joined = new StringBuilder();
        for (var piece : pieces) {
            if (!joined.isEmpty()) {
                joined.append(between.text);
            }
            joined.append(piece.text);
        }
        return new Html(joined.toString());
    }

    /// The text, escaped.
    public static Html text(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        Template.escape(text, escaped);
        return new Html(escaped.toString());
    }

    /// An attribute that is there when `on`.
    public static Attribute attribute(@CompileTimeConstant final String name, boolean on) {
        return new Attribute(on ? " " + name : "");
    }

    /// An attribute with a value; the value is escaped.
    public static Attribute attribute(@CompileTimeConstant final String name, String value) {
        Template.refuseCode(name);
        var escaped = new StringBuilder(" ").append(name).append("=\"");
        Template.escape(Template.addressOf(name, value), escaped);
        return new Attribute(escaped.append('"').toString());
    }

    /// The same with a hidden field at the beginning of every form that posts. A form is found by
    /// its tag, which comes from the source code alone; text cannot look like one, because it is
    /// escaped.
    public Html withField(String name, String value) {
        var field = of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
        return new Html(
                POSTING.matcher(text)
                        .replaceAll(form -> Matcher.quoteReplacement(form.group() + field.text)));
    }

    static String textOf(Attribute attribute) {
        return attribute.text;
    }

    /// How many bytes it takes in UTF-8.
    public int bytes() {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    /// Whether there is nothing in it.
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && html.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
