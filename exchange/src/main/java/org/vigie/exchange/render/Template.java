package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A template of [Html], read once: the constant parts, and for each `{}` where it stands.
record Template(List<String> parts, List<Hole> holes) {

    /// Where a `{}` stands.
    sealed interface Hole {
        /// Between tags.
        record Text() implements Hole {}

        /// In a tag, outside quotes: only an [Html.Attribute] may stand there.
        record InTag() implements Hole {}

        /// Within the double quotes of an attribute.
        ///
        /// @param start whether the value begins here
        record Quoted(String attribute, boolean start) implements Hole {}
    }

    private static final Pattern FORBIDDEN =
            Pattern.compile("<script|<style|<!--", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_ATTRIBUTE = Pattern.compile("([\\w:-]+)=$");

    Template {
        parts = List.copyOf(parts);
        holes = List.copyOf(holes);
    }

    static Template parse(String template) {
        if (FORBIDDEN.matcher(template).find()) {
            throw new IllegalStateException("a template may hold no script or style: " + template);
        }
        var parts = new ArrayList<String>();
        var holes = new ArrayList<Hole>();
        int from = 0;
        for (int at = template.indexOf("{}"); at >= 0; at = template.indexOf("{}", from)) {
            holes.add(hole(template, at));
            parts.add(template.substring(from, at));
            from = at + 2;
        }
        parts.add(template.substring(from));
        return new Template(parts, holes);
    }

    private static Hole hole(String template, int at) {
        boolean tag = false;
        int quote = -1;
        for (int i = 0; i < at; i++) {
            char c = template.charAt(i);
            if (quote >= 0) {
                quote = c == '"' ? -1 : quote;
            } else if (tag && c == '"') {
                quote = i;
            } else if (c == '<') {
                tag = true;
            } else if (c == '>') {
                tag = false;
            }
        }
        if (!tag) {
            return new Hole.Text();
        }
        if (quote < 0) {
            return new Hole.InTag();
        }
        var name = LAST_ATTRIBUTE.matcher(template.substring(0, quote));
        if (!name.find()) {
            throw new IllegalStateException("a quote without an attribute: " + template);
        }
        refuseCode(name.group(1));
        return new Hole.Quoted(name.group(1), quote == at - 1);
    }

    static void refuseCode(String attribute) {
        var name = attribute.toLowerCase(Locale.ROOT);
        if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
            throw new IllegalStateException("no value may stand in the attribute " + attribute);
        }
    }

    String filled(Object... values) {
        if (values.length != holes.size()) {
            throw new IllegalStateException(
                    holes.size() + " places but " + values.length + " values: " + parts);
        }
        var filled = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            filled.append(parts.get(i));
            switch (holes.get(i)) {
                case Hole.Text _ -> appendText(values[i], filled);
                case Hole.InTag _ -> filled.append(attribute(values[i]));
                case Hole.Quoted quoted -> escape(quotedValue(quoted, values[i]), filled);
            }
        }
        return filled.append(parts.getLast()).toString();
    }

    private static void appendText(Object value, StringBuilder filled) {
        if (value instanceof Html html) {
            filled.append(html);
        } else if (value instanceof Iterable<?> pieces) {
            for (var piece : pieces) {
                if (!(piece instanceof Html)) {
                    throw new IllegalStateException("a list may hold pieces of HTML only");
                }
                filled.append(piece);
            }
        } else {
            escape(plain(value), filled);
        }
    }

    private static String attribute(Object value) {
        if (value instanceof Html.Attribute attribute) {
            return Html.textOf(attribute);
        }
        throw new IllegalStateException("only an attribute may stand in a tag, not " + value);
    }

    private static String quotedValue(Hole.Quoted hole, Object value) {
        var plain = plain(value);
        return hole.start() ? addressOf(hole.attribute(), plain) : plain;
    }

    /// The text of a value. What has no text of its own (a list, an optional, another piece of HTML
    /// within quotes) is a slip of ours.
    private static String plain(Object value) {
        boolean slip =
                value instanceof Html
                        || value instanceof Html.Attribute
                        || value instanceof Iterable<?>
                        || value instanceof Optional<?>
                        || value.getClass().isArray();
        if (slip) {
            throw new IllegalStateException("no text to show: " + value.getClass());
        }
        return value.toString();
    }

    /// The value of an attribute, or `#` where it is an address that could run something.
    static String addressOf(String attribute, String value) {
        return switch (attribute.toLowerCase(Locale.ROOT)) {
            case "href", "src", "action", "formaction", "xlink:href", "cite", "poster", "data" ->
                    harmless(value) ? value : "#";
            default -> value;
        };
    }

    private static boolean harmless(String address) {
        return (address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/\\"))
                || address.startsWith("?")
                || address.startsWith("#")
                || address.startsWith("https://")
                || address.startsWith("http://");
    }

    /// Escapes for text and for quoted attributes alike. Control characters, which XML forbids, are
    /// shown as the sign for them.
    static void escape(String value, StringBuilder escaped) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                case '\n', '\r', '\t' -> escaped.append(c);
                default -> escaped.append(Character.isISOControl(c) ? '␣' : c);
            }
        }
    }
}
