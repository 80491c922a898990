package org.vigie.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

/// A ledger with a clock of minutes, in which several officers write.
final class WatchSheet {

    static final Instant START = Instant.parse("2031-03-01T06:00:00Z");

    final MemoryLedger ledger = new MemoryLedger(() -> at(minute()));
    private int minute;
    private int written;

    private int minute() {
        return minute;
    }

    static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    void clock(int minutes) {
        minute = minutes;
    }

    UUID write(String who, UUID subject, Body body) {
        return write(who, subject, body, null);
    }

    UUID write(String who, UUID subject, Body body, @Nullable UUID older) {
        return append(who, subject, body, older, Handling.PROTECTION, null);
    }

    UUID append(
            String who,
            UUID subject,
            Body body,
            @Nullable UUID older,
            Handling handling,
            @Nullable Instant known) {
        var id = Ids.subject("entry", "" + written++);
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                subject,
                                null,
                                known,
                                who,
                                Component.OPERATIONS_CENTRE,
                                handling,
                                new Origin("form", null, null, 0),
                                older,
                                body)));
        return id;
    }

    Picture picture() {
        return ledger.asOf(at(minute), at(minute), Viewer.owner());
    }

    Standpoint standpoint(Viewer viewer) {
        return new Standpoint(at(minute), at(minute), viewer);
    }

    static Warnings.ReportReceived report(String where, Warnings.Severity severity) {
        return new Warnings.ReportReceived(
                "phone",
                Site.named(where),
                "armed men on the road",
                "traders",
                "armed men",
                severity,
                ActorClass.MILITIA,
                Grade.UNJUDGED,
                false);
    }

    static Warnings.AlertOpened alert(String title, Warnings.Severity severity, UUID... reports) {
        return new Warnings.AlertOpened(
                title,
                Site.named("Orle"),
                severity,
                "traders",
                ActorClass.MILITIA,
                List.of(reports));
    }
}
