package org.vigie.server.lanes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.vigie.exchange.lanes.Message;
import org.vigie.exchange.photographs.Photograph;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Kinds;
import org.vigie.record.Lanes;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.picture.Desk;

/// Writes messages into a ledger. A receipt is given only when the report is durable; the same
/// message again gets the same receipt and is no second report; a photograph that comes later is
/// added to the report that it belongs to.
///
/// The same message has the same id of its sender and the same words: a sender whose counter began
/// again must not lose a warning.
final class Receipts {

    private static final String ATTACHED = Kinds.of(Warnings.ReportAttached.class);
    private static final String RECEIVED = Kinds.of(Warnings.ReportReceived.class);

    private final Desk desk;

    Receipts(Desk desk) {
        this.desk = desk;
    }

    /// @param report under which the report is found
    /// @param already whether it had come in before
    /// @param key by which its sender's message counts once
    record Receipt(UUID report, boolean already, String key) {}

    Receipt take(Lanes.LaneOpened lane, Message message, boolean exercise) throws IOException {
        var now = desk.clock().instant();
        var key =
                message.id().isEmpty()
                        ? Ids.fresh(now, desk.chance()).toString()
                        : message.id() + '\u0000' + message.text() + '\u0000' + message.place();
        var report = Ids.subject("lane-report/" + lane.code(), key);
        var entry =
                new Entry(
                        Ids.subject("lane-entry/" + lane.code(), key),
                        report,
                        Happened.at(now),
                        null,
                        lane.code(),
                        Component.OPERATIONS_CENTRE,
                        Handling.PROTECTION,
                        Origin.lane(lane.code()),
                        null,
                        message.report(lane.kind().code(), lane.site(), now));
        Ledger ledger = desk.ledger(exercise);
        return new Receipt(report, ledger.append(List.of(entry)).appended() == 0, key);
    }

    /// Adds a photograph to a report that was taken. The same photograph of the same report counts
    /// once. Of a report that was erased nothing more is kept, and its sender is told so by
    /// nothing: the telephone deletes what it has.
    ///
    /// @param name of the photograph, for messages
    /// @throws BadInput when it is none that can be shown, or one too many
    void attach(Place place, Receipt receipt, String name, byte[] bytes) throws IOException {
        var attached = Photograph.read(name, bytes).attached();
        var code = place.lane.code();
        var id = Ids.subject("lane-attached/" + code, receipt.key + '\u0000' + attached.sha256());
        Ledger ledger = desk.ledger(place.exercise);
        var history = ledger.history(receipt.report, Viewer.owner());
        if (history.stream().anyMatch(Receipts::isErased)) {
            return;
        }
        long others =
                history.stream()
                        .filter(one -> one.entry().kind().equals(ATTACHED))
                        .filter(one -> !one.entry().id().equals(id))
                        .count();
        if (others >= SubmittedForm.PHOTOGRAPHS_MAX) {
            throw new BadInput(
                    name,
                    "one more / une de plus",
                    "one of at most %1$s of a report / une de %1$s au plus par signalement"
                            .formatted(SubmittedForm.PHOTOGRAPHS_MAX));
        }
        var entry =
                new Entry(
                        id,
                        receipt.report,
                        Happened.at(desk.clock().instant()),
                        null,
                        code,
                        Component.OPERATIONS_CENTRE,
                        handling(history),
                        Origin.lane(code),
                        null,
                        attached);
        ledger.attach(entry, bytes);
    }

    /// Where a message goes.
    record Place(Lanes.LaneOpened lane, boolean exercise) {}

    private static boolean isErased(Recorded entry) {
        return entry.body() instanceof Erased && entry.entry().kind().equals(RECEIVED);
    }

    /// That of the report, or of protection where fewer see that.
    private static Handling handling(List<Recorded> history) {
        return history.stream()
                .filter(entry -> entry.body() instanceof Warnings.ReportReceived)
                .map(entry -> entry.entry().handling())
                .reduce(Handling.PROTECTION, Handling::stricter);
    }

    /// What the sender gets: nothing in it is a text that a gateway would send back to a telephone.
    static byte[] json(Receipt receipt) {
        return "{\"receipt\":\"%s\",\"already\":%s}\n"
                .formatted(receipt.report(), receipt.already())
                .getBytes(StandardCharsets.UTF_8);
    }
}
