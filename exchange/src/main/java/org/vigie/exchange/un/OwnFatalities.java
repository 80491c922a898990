package org.vigie.exchange.un;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.force.NextOfKin;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Facts.MissionFatality;
import org.vigie.record.Handling;
import org.vigie.record.Happened;

/// A mission's own list of its members who died, in the schema of the United Nations, with one
/// column more: `kin_told`, the day on which the next of kin were told, empty until then. A row
/// without it is shown and counted nowhere, not even among the rows of its import.
///
/// The key is that of the United Nations' list, so that a death that stands in both is one. Names
/// have no column.
public final class OwnFatalities implements Format {

    /// The source of the entries.
    public static final String CODE = "mission-fatalities";

    /// When the next of kin were told.
    public static final String KIN_TOLD = "kin_told";

    /// The column with the country's code.
    public static final String COUNTRY = "isocode3";

    private static final List<String> COLUMNS =
            List.of(
                    "casualty_id",
                    "incident_date",
                    "mission_acronym",
                    "type_of_casualty",
                    COUNTRY,
                    "casualty_personnel_type",
                    "type_of_incident",
                    KIN_TOLD);

    /// Types of incident, as the United Nations print them.
    public static final List<String> CAUSES =
            List.of(
                    "Malicious Act",
                    "Accident",
                    "Illness",
                    "Self-Inflicted",
                    "To Be Determined",
                    "Other");

    /// Types of personnel, as the United Nations print them.
    public static final List<String> PERSONNEL =
            List.of(
                    "Military",
                    "Military Observer",
                    "Police",
                    "International Civilian",
                    "Local",
                    "Other");

    private static final Set<String> COUNTRIES = countries();

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String source() {
        return UnFatalities.CODE;
    }

    @Override
    public String title() {
        return "A mission's own fatalities (columns casualty_id, incident_date … kin_told)";
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
        return "a member of the mission who died, whose next of kin were told";
    }

    @Override
    public Handling handling() {
        return Handling.MISSION;
    }

    @Override
    public Handling handling(Body body, Handling chosen) {
        return body instanceof MissionFatality death
                ? NextOfKin.handling(told(death.columns().getOrDefault(KIN_TOLD, "")), chosen)
                : chosen;
    }

    @Override
    public boolean withholds() {
        return true;
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names(
                "casualty_id", "incident_date", "mission_acronym", "type_of_incident", KIN_TOLD);
    }

    @Override
    public Layout layout(Opening opening) {
        var header = opening.header();
        for (var name : header.names()) {
            if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new BadInput(
                        "header", name, "one of " + String.join(", ", COLUMNS) + "; no names");
            }
        }
        return new Layout(
                opening.separator(),
                true,
                true,
                header,
                Collections.emptySortedMap(),
                OwnFatalities::read);
    }

    /// The subject's key, as in the United Nations' list.
    public static String key(String casualty, String country) {
        return casualty + "/" + country;
    }

    /// The country with this code of three letters.
    public static String country(String field, String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new BadInput(field, text, "the code of a country in three letters, e.g. TCD");
        }
        return code;
    }

    private static Set<String> countries() {
        var codes = new TreeSet<String>();
        for (var country : Locale.getISOCountries()) {
            codes.add(Locale.of("", country).getISO3Country());
        }
        return codes;
    }

    private static @Nullable LocalDate told(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /// A row that is withheld says nothing of itself, not even in a rejection.
    private static Draft read(Row row) {
        LocalDate told;
        try {
            told = told(row.text(KIN_TOLD));
        } catch (DateTimeException e) {
            throw new BadInput(
                    KIN_TOLD,
                    row.text(KIN_TOLD),
                    "a day such as 2022-02-29, or empty until then",
                    e);
        }
        if (told != null) {
            return draft(row, told);
        }
        try {
            return draft(row, null);
        } catch (BadInput e) {
            throw new BadInput(
                    "row",
                    null,
                    "complete and in the words of the list; the next of kin have not been told, so no"
                            + " more is said here",
                    e);
        }
    }

    private static Draft draft(Row row, @Nullable LocalDate told) {
        var country = country(COUNTRY, row.needed(COUNTRY));
        var key = key(row.needed("casualty_id"), country);
        var day = row.day("incident_date");
        if (day == null) {
            throw new BadInput("incident_date", null, "given");
        }
        NextOfKin.check(KIN_TOLD, day, told);
        return new Draft(
                key,
                Happened.on(day),
                told,
                null,
                body(
                        key,
                        told,
                        Map.of(
                                "mission",
                                row.needed("mission_acronym"),
                                "casualty",
                                row.text("type_of_casualty"),
                                COUNTRY,
                                country,
                                "personnel",
                                word(row, "casualty_personnel_type", PERSONNEL),
                                "cause",
                                word(row, "type_of_incident", CAUSES))));
    }

    /// What is written of one death.
    ///
    /// @param said `mission`, `casualty`, `isocode3`, `personnel`, `cause`
    public static MissionFatality body(
            String key, @Nullable LocalDate told, Map<String, String> said) {
        var columns = new TreeMap<String, String>();
        var country = said.getOrDefault(COUNTRY, "");
        columns.put(COUNTRY, country);
        if (told != null) {
            columns.put(KIN_TOLD, told.toString());
        }
        var casualty = said.getOrDefault("casualty", "");
        return new MissionFatality(
                CODE,
                key,
                said.getOrDefault("mission", ""),
                casualty.isEmpty() ? "Fatality" : casualty,
                country,
                said.getOrDefault("personnel", ""),
                said.getOrDefault("cause", ""),
                columns);
    }

    /// One of the words, as people type them: `malicious`, `Malicious act`.
    private static String word(Row row, String column, List<String> words) {
        var text = row.needed(column).toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word ->
                        word.toLowerCase(Locale.ROOT).equals(text)
                                || word.toLowerCase(Locale.ROOT).equals(text + " act"))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                column, row.text(column), "one of " + String.join(", ", words)));
    }
}
