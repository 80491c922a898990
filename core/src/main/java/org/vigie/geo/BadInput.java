package org.vigie.geo;

import org.jspecify.annotations.Nullable;

/// Input from outside that Vigie cannot accept: a row, a form field, a file, an argument.
///
/// The message is one plain sentence for the person who can mend it: which field, what is allowed,
/// what it held. Importers collect these with their row numbers, count them and go on. Trouble with
/// a disk, a database or a network is a checked `IOException` instead, and a mistake of our own an
/// `IllegalStateException`.
///
/// All three parts may come from outside (a column's name is a field, a list of a file's columns
/// says what is allowed). They are shown to people and written to logs, so they are shortened, and
/// their control characters and line breaks are made visible. Code that handles identities of
/// sources must not put them here.
public final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /// Longest value that a message shows, in characters: one line of a screen.
    private static final int SHOWN_MAX = 80;

    /// The same for what is allowed: it lists all formats, or the columns of a table.
    private static final int ALLOWED_MAX = 2_000;

    private final String field;
    private final @Nullable String value;
    private final String allowed;

    /// @param field what the person calls it, for example `latitude`
    /// @param value what it held, or null when it was missing
    /// @param allowed what it must be, as the end of "must be …"
    public BadInput(String field, @Nullable Object value, String allowed) {
        super(sentence(shown(field, SHOWN_MAX), shown(value), shown(allowed, ALLOWED_MAX)));
        this.field = shown(field, SHOWN_MAX);
        this.value = shown(value);
        this.allowed = shown(allowed, ALLOWED_MAX);
    }

    /// As above, with what the parser underneath said, for the log.
    public BadInput(String field, @Nullable Object value, String allowed, Throwable cause) {
        this(field, value, allowed);
        initCause(cause);
    }

    /// What the person calls it.
    public String field() {
        return field;
    }

    /// What it held, shortened for showing; null when it was missing.
    public @Nullable String value() {
        return value;
    }

    /// What it must be.
    public String allowed() {
        return allowed;
    }

    private static String sentence(String field, @Nullable String shown, String allowed) {
        return field
                + " must be "
                + allowed
                + (shown == null ? ", but is missing" : ", was " + shown);
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value == null) return null;
        var shown = shown(value.toString(), SHOWN_MAX);
        return value instanceof CharSequence ? "\"" + shown + "\"" : shown;
    }

    private static String shown(String text, int max) {
        var shown = new StringBuilder();
        text.codePoints().limit(max).forEach(c -> shown.appendCodePoint(breaksALine(c) ? '␣' : c));
        if (text.codePointCount(0, text.length()) > max) shown.append('…');
        return shown.toString();
    }

    private static boolean breaksALine(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
