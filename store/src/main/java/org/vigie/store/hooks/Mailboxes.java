package org.vigie.store.hooks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;

/// Who is told by e-mail, in `DIR/mail/real` and, apart from it, in `DIR/mail/exercise`.
public final class Mailboxes implements Receivers.Form<Mailbox> {

    /// Nothing else may name a file; what an address may be is said more closely where it is read.
    private static final Pattern CODE =
            Pattern.compile("[a-z0-9_+'-][a-z0-9._+'-]*@[a-z0-9][a-z0-9.-]*");

    /// With a suffix it has to be the name of a file.
    private static final int CODE_MAX = 200;

    private Mailboxes() {}

    /// Those of a data folder.
    ///
    /// @param exercise who is told of exercises; nobody else is
    public static Receivers<Mailbox> in(Path data, boolean exercise) {
        return new Receivers<>(
                MailSettings.folder(data).resolve(exercise ? "exercise" : "real"), new Mailboxes());
    }

    @Override
    public String word() {
        return "mail";
    }

    @Override
    public String suffix() {
        return ".box";
    }

    @Override
    public void requireCode(String code) {
        if (!CODE.matcher(code).matches() || code.length() > CODE_MAX) {
            throw new BadInput("address", null, "an e-mail address in lower case");
        }
    }

    @Override
    public SortedMap<String, String> written(Mailbox box) {
        var said = new TreeMap<String, String>();
        said.put("language", box.language());
        return said;
    }

    @Override
    public Mailbox read(String code, Map<String, String> said) {
        return new Mailbox(
                code,
                said.getOrDefault("language", "en"),
                Event.several(said.getOrDefault("events", ""), Event.ALL),
                Instant.parse(said.getOrDefault("made-at", "")),
                Long.parseLong(said.getOrDefault("from", ""), 10),
                said.getOrDefault("by", ""));
    }
}
