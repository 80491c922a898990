package org.vigie.server.lite;

import java.io.IOException;
import org.vigie.record.Picture;
import org.vigie.server.Desk;

/// The picture that a view asks for.
final class Pictures {

    private Pictures() {}

    static Picture of(Desk desk, View view) throws IOException {
        return desk.ledger(view.exercise())
                .asOf(view.knownAsOf(), view.recordedAsOf(), view.officer().viewer());
    }
}
