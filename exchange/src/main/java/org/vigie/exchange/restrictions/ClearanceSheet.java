package org.vigie.exchange.restrictions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Outline;
import org.vigie.record.DatePrecision;
import org.vigie.record.Forces.Zone;
import org.vigie.record.Happened;
import org.vigie.register.RegisterSheet;
import org.vigie.restrict.ClearanceRequest;

/// Requests as a table with the columns that [ClearanceList] reads, so that what goes out can come
/// in again.
public final class ClearanceSheet {

    private ClearanceSheet() {}

    /// One row for each request, in their order; of several decisions the one that counts.
    public static RegisterSheet of(List<ClearanceRequest> requests) {
        var rows = new ArrayList<List<@Nullable Object>>();
        requests.forEach(request -> rows.add(row(request)));
        return new RegisterSheet(ClearanceList.COLUMNS, rows);
    }

    private static List<@Nullable Object> row(ClearanceRequest request) {
        var terms = request.terms();
        var position = request.site().position();
        var decision = request.findDecision();
        var row = new ArrayList<@Nullable Object>();
        row.add(request.key());
        row.add(request.kind());
        row.add(request.asset());
        row.add(moment(request.asked()));
        row.add(request.outcome());
        row.add(terms.noteVerbale());
        row.add(terms.requester());
        row.add(terms.sector());
        row.add(request.site().name());
        row.add(position == null ? null : position.latitude());
        row.add(position == null ? null : position.longitude());
        row.add(terms.leadHours());
        row.add(moment(decision.map(ClearanceRequest.Decision::on).orElse(null)));
        row.add(decision.map(ClearanceRequest.Decision::reason).orElse(null));
        row.add(terms.withForce());
        addZone(row, terms.zone());
        row.add(terms.basis());
        row.add(request.note());
        return row;
    }

    private static void addZone(List<@Nullable Object> row, @Nullable Zone zone) {
        row.add(zone == null || zone.outline().isEmpty() ? null : Outline.text(zone.outline()));
        row.add(zone == null ? null : zone.from());
        row.add(zone == null ? null : zone.to());
    }

    private static @Nullable Object moment(@Nullable Happened when) {
        if (when == null) {
            return null;
        }
        return when.precision() == DatePrecision.MINUTE ? when.first() : when.lastDay();
    }
}
