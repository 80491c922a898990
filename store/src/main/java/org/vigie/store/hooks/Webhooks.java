package org.vigie.store.hooks;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;
import org.vigie.share.Tier;

/// The webhooks of a data folder, in `DIR/webhooks`.
public final class Webhooks implements Receivers.Form<Webhook> {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int CODE_MAX = 40;

    private Webhooks() {}

    /// Those of a data folder.
    public static Receivers<Webhook> in(Path data) {
        return new Receivers<>(data.resolve("webhooks"), new Webhooks());
    }

    @Override
    public String word() {
        return "webhook";
    }

    @Override
    public String suffix() {
        return ".hook";
    }

    @Override
    public void requireCode(String code) {
        if (!CODE.matcher(code).matches() || code.length() > CODE_MAX) {
            throw new BadInput(
                    "webhook", code, "words of a to z and 0 to 9 with hyphens, such as ocha-feed");
        }
    }

    @Override
    public SortedMap<String, String> written(Webhook hook) {
        var said = new TreeMap<String, String>();
        said.put("address", hook.address().toString());
        said.put("tier", hook.tier().code());
        said.put("secret", hook.secret().text());
        return said;
    }

    @Override
    public Webhook read(String code, Map<String, String> said) {
        return new Webhook(
                code,
                URI.create(said.getOrDefault("address", "")),
                Tier.ofCode(said.getOrDefault("tier", "")),
                Event.several(said.getOrDefault("events", ""), Event.OF_ALERTS),
                HookSecret.parse(said.getOrDefault("secret", "")),
                Instant.parse(said.getOrDefault("made-at", "")),
                Long.parseLong(said.getOrDefault("from", ""), 10),
                said.getOrDefault("by", ""));
    }
}
