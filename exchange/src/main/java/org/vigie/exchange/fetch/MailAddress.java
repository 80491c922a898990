package org.vigie.exchange.fetch;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;

/// An e-mail address, in lower case: one person or list, no name, no comment, no quotes, letters of
/// ASCII alone. What RFC 5322 allows beside that is refused: nothing of it is needed, and some of
/// it ends a header.
///
/// @param text the whole of it
public record MailAddress(String text) {

    private static final int LENGTH_MAX = 200;
    private static final int LOCAL_MAX = 64;

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9_+-]+(?:[.'][a-z0-9_+-]+)*@" + LABEL + "(?:\\." + LABEL + ")*");

    public MailAddress {
        if (!plain(text)) {
            throw refused("address", text);
        }
    }

    /// The address that is written so, in whatever case.
    ///
    /// @param field as the refusal names it
    public static MailAddress parse(String field, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!plain(lower)) {
            throw refused(field, text);
        }
        return new MailAddress(lower);
    }

    private static boolean plain(String text) {
        return text.length() <= LENGTH_MAX
                && text.indexOf('@') <= LOCAL_MAX
                && SHAPE.matcher(text).matches();
    }

    private static BadInput refused(String field, String text) {
        return new BadInput(
                field,
                text,
                "one e-mail address such as duty.officer@mission.example.org: a to z, 0 to 9 and . _ + - ' before the @, the name of a host behind it");
    }

    /// What stands behind the @.
    public String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    /// Whether somebody of the same house has it: the same domain, or one below.
    public boolean within(MailAddress house) {
        return domain().equals(house.domain()) || domain().endsWith("." + house.domain());
    }
}
