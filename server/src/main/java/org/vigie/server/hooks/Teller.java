package org.vigie.server.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.exchange.cap.CapMessage;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.exchange.fetch.HookPost;
import org.vigie.exchange.words.Language;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.HookProgress;
import org.vigie.store.hooks.Webhook;
import org.vigie.store.hooks.Webhooks;

/// Tells each webhook, one after the other, what came into the real ledger since it was last told.
///
/// At least once, in the order of the ledger: how far it has been told is written down only after
/// it has answered, so a server that is killed tells it again. What is told is the alert as it is
/// at that try, not as it was: an update that came meanwhile comes early, and nothing of an alert
/// lies about waiting to be sent.
public final class Teller {

    private static final int GONE = 410;

    private static final Duration SETTLED = Duration.ofSeconds(5);

    /// At most so many in one turn for one webhook, so that the others have theirs.
    private static final int TURN_MAX = 20;

    private final Desk desk;
    private final Webhooks hooks;
    private final HookPost post;
    private final String sender;

    /// How far the ledger was when a webhook had nothing left to be told.
    private final Map<String, Instant> idle = new HashMap<>();

    /// @param sender host name of the mission, for its messages
    public Teller(Desk desk, Webhooks hooks, HookPost post, String sender) {
        this.desk = desk;
        this.hooks = hooks;
        this.post = post;
        this.sender = sender;
    }

    /// Something to tell.
    private record News(Recorded entry, UUID alert, Webhook.Event event) {}

    /// What is sent.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parcel(String type, byte[] body) {}

    /// What came of it.
    private record Tried(UUID id, int tries, HookLine.Outcome outcome, String detail) {}

    private void note(Webhook hook, News news, Tried tried) throws IOException {
        hooks.note(
                new HookLine(
                        desk.clock().instant(),
                        hook.code(),
                        "msg_" + tried.id(),
                        news.event().code(),
                        tried.tries(),
                        tried.outcome(),
                        tried.detail()));
    }

    /// One turn: whatever is due now is tried once.
    public synchronized void turn() throws IOException {
        for (var hook : hooks.list()) {
            for (int i = 0; i < TURN_MAX && tellNext(hook); i++) {
                // tellNext says whether there may be more
            }
        }
    }

    /// @return whether it was told of something, and may be told of more at once
    private boolean tellNext(Webhook hook) throws IOException {
        var now = desk.clock().instant();
        var progress = hooks.progress(hook);
        var newest = desk.real().newest();
        if (progress.nextAt().isAfter(now)
                || (progress.tries() == 0 && newest.equals(idle.get(hook.code())))) {
            return false;
        }
        var seen = desk.real().asOf(now, now, Viewer.officer("webhook " + hook.code()));
        var next = next(hook, seen, progress.seq());
        if (next.isEmpty()) {
            // Of the same millisecond more may come.
            if (newest.isBefore(now.minus(SETTLED))) {
                idle.put(hook.code(), newest);
            }
            return false;
        }
        var news = next.get();
        var id = Ids.subject("webhook " + hook.code(), news.entry().entry().id().toString());
        var parcel = parcel(hook, news, seen);
        if (parcel.isEmpty()) {
            note(hook, news, new Tried(id, progress.tries(), HookLine.Outcome.NOTHING, ""));
            hooks.save(hook, HookProgress.after(news.entry().seq()));
            return true;
        }
        return send(hook, news, id, parcel.get());
    }

    private boolean send(Webhook hook, News news, UUID id, Parcel parcel) throws IOException {
        var progress = hooks.progress(hook);
        var at = desk.clock().instant();
        String detail;
        boolean delivered = false;
        boolean last = false;
        try {
            int status = post.send(hook.address(), headers(hook, id, at, parcel), parcel.body());
            delivered = status >= 200 && status < 300;
            last = status == GONE;
            detail = "" + status;
        } catch (IOException e) {
            detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        if (hooks.find(hook.code()).isEmpty()) {
            return false; // removed meanwhile
        }
        int tries = progress.tries() + 1;
        if (delivered) {
            note(hook, news, new Tried(id, tries, HookLine.Outcome.DELIVERED, detail));
            hooks.save(hook, HookProgress.after(news.entry().seq()));
            return true;
        }
        var failed = progress.failed(at);
        last |= failed.exhausted();
        var outcome = last ? HookLine.Outcome.GIVEN_UP : HookLine.Outcome.FAILED;
        note(hook, news, new Tried(id, tries, outcome, detail));
        hooks.save(hook, last ? HookProgress.after(news.entry().seq()) : failed);
        return last;
    }

    /// The first entry that it has not been told of and wants to be.
    private static Optional<News> next(Webhook hook, Picture seen, long after) {
        var alerts = Alerts.of(seen).alerts();
        return Stream.concat(
                        seen.entries(Warnings.class).stream(),
                        seen.entries(Responses.class).stream())
                .filter(entry -> entry.seq() > after)
                .sorted(Comparator.comparingLong(Recorded::seq))
                .flatMap(entry -> news(entry, alerts).stream())
                .filter(news -> hook.events().contains(news.event()))
                .findFirst();
    }

    private static Optional<News> news(Recorded entry, List<Alert> alerts) {
        var subject = entry.entry().subject();
        return switch (entry.body()) {
            case Warnings.AlertOpened _ ->
                    Optional.of(new News(entry, subject, Webhook.Event.OPENED));
            case Warnings.AlertClosed _ ->
                    Optional.of(new News(entry, subject, Webhook.Event.CLOSED));
            case Warnings.AlertStepped _ ->
                    Optional.of(new News(entry, subject, Webhook.Event.CHANGED));
            case Responses.OrderGiven order ->
                    Optional.of(new News(entry, order.alert(), Webhook.Event.CHANGED));
            case Warnings.ReportJoined join ->
                    Optional.of(new News(entry, join.alert(), Webhook.Event.CHANGED));
            case Warnings.ReportVerified _ ->
                    alerts.stream()
                            .filter(alert ->
                                    alert.reports().stream()
                                            .anyMatch(report -> report.id().equals(subject)))
                            .map(alert -> new News(entry, alert.id(), Webhook.Event.CHANGED))
                            .findFirst();
            default -> Optional.empty();
        };
    }

    /// What readers of its tier may have of it; empty for nothing. The ledger hears of a message
    /// before anybody has it.
    private Optional<Parcel> parcel(Webhook hook, News news, Picture seen) throws IOException {
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
    private static Map<String, String> headers(Webhook hook, UUID id, Instant at, Parcel parcel) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", parcel.type());
        headers.put("webhook-id", "msg_" + id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", hook.secret().sign("msg_" + id, at, parcel.body()));
        return headers;
    }
}
