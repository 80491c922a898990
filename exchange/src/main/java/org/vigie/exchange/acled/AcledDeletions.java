package org.vigie.exchange.acled;

import java.util.Collections;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Facts.IncidentRetracted;

/// The events that ACLED deleted: one row is the id of one event and when it was deleted. What the
/// ledger holds of it is retracted; an event that the ledger does not hold needs nothing and counts
/// as unchanged.
///
/// Source: ACLED, interface `deleted`: columns `event_id_cnty` and `deleted_timestamp` (seconds
/// since 1970).
public final class AcledDeletions implements Format {

    private static final String DELETED = "deleted_timestamp";

    @Override
    public String code() {
        return "acled-deleted";
    }

    @Override
    public String source() {
        return Acled.CODE;
    }

    @Override
    public String title() {
        return "ACLED's deleted events (columns event_id_cnty, deleted_timestamp)";
    }

    @Override
    public Class<IncidentReported> body() {
        return IncidentReported.class;
    }

    @Override
    public String keyColumn() {
        return "event_id_cnty";
    }

    @Override
    public String definition() {
        return "an event that ACLED deleted";
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("event_id_cnty", DELETED);
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                AcledDeletions::read);
    }

    private static Draft read(Row row) {
        var day = Acled.day(DELETED, row.needed(DELETED));
        return new Draft(
                row.needed("event_id_cnty"),
                null,
                day,
                null,
                new IncidentRetracted(Acled.CODE, "deleted by ACLED on " + day));
    }
}
