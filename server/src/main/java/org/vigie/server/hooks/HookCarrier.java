package org.vigie.server.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.exchange.cap.CapMessage;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.exchange.fetch.HookPost;
import org.vigie.exchange.words.Language;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;
import org.vigie.store.hooks.Webhook;

/// Tells other systems by HTTP, of the real ledger alone.
public final class HookCarrier implements Carrier<Webhook> {

    private static final int GONE = 410;

    private final Desk desk;
    private final HookPost post;
    private final String sender;

    /// @param sender host name of the mission, for its messages
    public HookCarrier(Desk desk, HookPost post, String sender) {
        this.desk = desk;
        this.post = post;
        this.sender = sender;
    }

    /// What is sent.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parcel(String type, byte[] body) {}

    @Override
    public String word() {
        return "webhook";
    }

    @Override
    public String idPrefix() {
        return "msg_";
    }

    @Override
    public Optional<Sending> prepare(Webhook hook, News news, Picture seen) throws IOException {
        return switch (news) {
            case News.Entered entered ->
                    parcel(hook, entered, seen)
                            .map(parcel -> (id, at) -> send(hook, parcel, id, at));
            case News.Lapsed _ -> Optional.empty();
        };
    }

    private Answer send(Webhook hook, Parcel parcel, UUID id, Instant at) throws IOException {
        int status = post.send(hook.address(), headers(hook, id, at, parcel), parcel.body());
        return new Answer(status >= 200 && status < 300, status == GONE, "" + status);
    }

    /// What readers of its tier may have of it; empty for nothing. The ledger hears of a message
    /// before anybody has it.
    private Optional<Parcel> parcel(Webhook hook, News.Entered news, Picture seen)
            throws IOException {
        if (hook.tier() != Tier.RESTRICTED) {
            return Optional.of(
                    new Parcel(
                            "application/json",
                            "{\"type\":\"%s\"}"
                                    .formatted(news.event().code())
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        var alert = Alerts.of(seen).findAlert(news.alert());
        if (alert.isEmpty()) {
            return Optional.empty();
        }
        var now = desk.clock().instant();
        var whole = desk.real().asOf(now, now, Viewer.owner());
        var asked = new CapMessages.Asked(now, whole, null, sender, false);
        return switch (CapMessages.of(Tier.RESTRICTED, alert.get(), asked)) {
            case CapMessages.Answer.None _ -> Optional.empty();
            case CapMessages.Answer.Due(CapMessage message, boolean again) -> {
                var bytes = CapMessages.write(message, desk.mission().shortName(), Language.EN);
                if (!again) {
                    var recording =
                            new CapMessages.Recording(
                                    Ids.fresh(now, desk.chance()),
                                    "webhook " + hook.code(),
                                    Component.LEADERSHIP);
                    desk.real().append(List.of(CapMessages.entry(message, bytes, null, recording)));
                }
                yield Optional.of(new Parcel("application/cap+xml", bytes));
            }
        };
    }

    /// Those of the Standard Webhooks.
    private Map<String, String> headers(Webhook hook, UUID id, Instant at, Parcel parcel) {
        var name = idPrefix() + id;
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", parcel.type());
        headers.put("webhook-id", name);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", hook.secret().sign(name, at, parcel.body()));
        return headers;
    }
}
