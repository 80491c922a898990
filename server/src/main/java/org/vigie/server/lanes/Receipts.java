package org.vigie.server.lanes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.vigie.exchange.lanes.Message;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Lanes;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.server.picture.Desk;

/// Writes messages into a ledger. A receipt is given only when the report is durable; the same
/// message again gets the same receipt and is no second report.
///
/// The same message has the same id of its sender and the same words: a sender whose counter began
/// again must not lose a warning.
final class Receipts {

    private final Desk desk;

    Receipts(Desk desk) {
        this.desk = desk;
    }

    /// @param report under which the report is found
    /// @param already whether it had come in before
    record Receipt(UUID report, boolean already) {}

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
        return new Receipt(report, ledger.append(List.of(entry)).appended() == 0);
    }

    /// What the sender gets: nothing in it is a text that a gateway would send back to a telephone.
    static byte[] json(Receipt receipt) {
        return "{\"receipt\":\"%s\",\"already\":%s}\n"
                .formatted(receipt.report(), receipt.already())
                .getBytes(StandardCharsets.UTF_8);
    }
}
