package org.vigie.exchange.un;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.record.Facts.MissionFatality;
import org.vigie.record.Happened;

/// Members of peace operations who died, by the UN's own list; no names are in it.
///
/// The key of a row is its casualty id and country code: six people who died with UNMIK between
/// 2003 and 2005 stand twice in the file of November 2023, once under Montenegro and once under
/// Serbia and Montenegro, so that 4,350 rows are 4,344 people. Both rows are kept as printed. The
/// column `id` only numbers the rows of one release and is no key.
///
/// Source: United Nations, DPPA-DPO fatalities data set, CC BY 3.0 IGO.
public final class UnFatalities implements Format {

    static final String CODE = "un-fatalities";

    private static final Set<String> IN_FIELDS =
            Set.of(
                    "incident_date",
                    "mission_acronym",
                    "type_of_casualty",
                    "casualty_nationality",
                    "casualty_personnel_type",
                    "type_of_incident");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "UN peacekeeping fatalities (columns casualty_id, incident_date, mission_acronym …)";
    }

    @Override
    public Class<MissionFatality> body() {
        return MissionFatality.class;
    }

    @Override
    public String keyColumn() {
        return "casualty_id";
    }

    @Override
    public String definition() {
        return "a member of a peace operation who died (United Nations)";
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("casualty_id", "incident_date", "mission_acronym", "type_of_incident")
                && !opening.names(OwnFatalities.KIN_TOLD);
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                UnFatalities::read);
    }

    /// The running number and the day of the release change with every release.
    @Override
    public Set<String> printedOnly() {
        return Set.of("id", "last_update", "casualty_personnel_type");
    }

    @Override
    public boolean statesRelease() {
        return true;
    }

    private static Draft read(Row row) {
        var key = row.needed("casualty_id") + "/" + row.text("isocode3");
        var day = row.day("incident_date");
        return new Draft(
                key, day == null ? null : Happened.on(day), null, released(row), body(row, key));
    }

    private static @Nullable LocalDate released(Row row) {
        return row.day("last_update");
    }

    private static MissionFatality body(Row row, String key) {
        return new MissionFatality(
                CODE,
                key,
                row.needed("mission_acronym"),
                row.text("type_of_casualty"),
                row.text("casualty_nationality"),
                row.text("casualty_personnel_type"),
                row.text("type_of_incident"),
                columns(row));
    }

    /// What no field holds, and what a field holds without the spaces that the file prints.
    private static Map<String, String> columns(Row row) {
        var kept = new HashMap<String, String>();
        row.forEach((column, printed) -> {
            boolean held = IN_FIELDS.contains(column) && printed.equals(row.text(column));
            if (!held && !printed.isEmpty()) {
                kept.put(column, printed);
            }
        });
        return new TreeMap<>(kept);
    }
}
