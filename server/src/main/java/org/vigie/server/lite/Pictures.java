package org.vigie.server.lite;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.server.picture.Desk;

/// What a view asks of the ledger.
final class Pictures {

    private Pictures() {}

    /// The picture at both clocks.
    static Picture of(Desk desk, View view) throws IOException {
        return desk.ledger(view.exercise())
                .asOf(view.knownAsOf(), view.recordedAsOf(), view.officer().viewer());
    }

    /// How a page on this picture says small things, with names for the picture's codes.
    static Say say(Desk desk, View view, Picture picture) {
        return new Say(view, desk.mission().zone(), Names.of(picture, desk.mission()));
    }

    /// Every entry about a subject that both clocks let through, superseded ones included.
    static List<Recorded> history(Desk desk, View view, UUID subject) throws IOException {
        return desk.ledger(view.exercise()).history(subject, view.officer().viewer()).stream()
                .filter(recorded -> !recorded.knownAt().isAfter(view.knownAsOf()))
                .filter(recorded -> !recorded.recordedAt().isAfter(view.recordedAsOf()))
                .toList();
    }

    /// The subject that an address names.
    static UUID subject(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new BadInput("id", id, "a UUID", e);
        }
    }
}
