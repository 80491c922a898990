package org.vigie.exchange.activities;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Gate;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.plan.activity.ActivityTerms;
import org.vigie.record.Activities.ActivityPlanned;
import org.vigie.record.Activities.Asking;
import org.vigie.record.Activities.Support;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ledger;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

/// A component's list of what it means to do: one row is one activity. The key is the list's own
/// word for it, column `activity`; a row that says something else than before is a change. What a
/// row says is for the mission.
///
/// With `--known-at source` a row is known from the day in column `planned_on`.
public final class ActivityList implements Format {

    /// Its word in the ledger.
    public static final String CODE = "activities";

    /// All columns, those that must be there first.
    public static final List<String> COLUMNS =
            List.of(
                    "activity",
                    "kind",
                    "owner",
                    "from",
                    "to",
                    "place",
                    "latitude",
                    "longitude",
                    "area",
                    "lead",
                    "mandate_task",
                    "units",
                    "cover",
                    "questions",
                    "people",
                    "alone",
                    "with_force",
                    "clearance",
                    "state",
                    "planned_on",
                    "source",
                    "note");

    /// The column with which a plan of an exercise marks each row.
    private static final String EXERCISE = "exercise";

    private static final int REQUIRED = 6;
    private static final int DAY_LENGTH = 10;
    private static final int TEXT_MAX = 2_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private static final String MOMENT =
            "a day such as 2022-11-15 or a time such as 2022-11-15T14:00Z";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "Activities of the plan (columns activity, kind, owner, from, to, place …)";
    }

    @Override
    public Class<ActivityPlanned> body() {
        return ActivityPlanned.class;
    }

    @Override
    public String keyColumn() {
        return "activity";
    }

    @Override
    public String definition() {
        return "an activity of one component of the mission, as its owner plans it";
    }

    @Override
    public Handling handling() {
        return Handling.MISSION;
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names(COLUMNS.subList(0, REQUIRED).toArray(String[]::new));
    }

    @Override
    public Layout layout(Opening opening) {
        var header = opening.header();
        for (var name : header.names()) {
            if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))
                    && !name.equalsIgnoreCase(EXERCISE)) {
                throw new BadInput("header", name, "one of " + String.join(", ", COLUMNS));
            }
        }
        return new Layout(
                opening.separator(),
                true,
                true,
                header,
                Collections.emptySortedMap(),
                ActivityList::read);
    }

    /// A plan of an exercise must not become one of the mission.
    ///
    /// @throws BadInput when its rows are marked as of an exercise and the ledger is the real one
    public static void requireExercise(Path file, String name, boolean exercise)
            throws IOException {
        if (!exercise && Opening.of(file, name).names(EXERCISE)) {
            throw new BadInput(
                    "file", name, "a plan of the mission: this one is of an exercise (--exercise)");
        }
    }

    /// A row that says what the plan holds under its key already changes nothing, whoever wrote it.
    @Override
    public Gate gate(Ledger ledger, Instant now) throws IOException {
        var held = PlanSheet.rows(ledger.asOf(now, now, Viewer.owner()));
        return draft -> {
            var on = draft.happenedOn();
            var day = on == null ? null : LocalDate.ofInstant(on.first(), ZoneOffset.UTC);
            return draft.body() instanceof ActivityPlanned said
                    && PlanSheet.row(said, day).equals(held.get(draft.key()));
        };
    }

    private static Draft read(Row row) {
        var key = text(row, "activity");
        if (key.isEmpty()) {
            throw new BadInput("activity", null, "given");
        }
        var planned = row.day("planned_on");
        return new Draft(
                key, planned == null ? null : Happened.on(planned), planned, null, body(row, key));
    }

    private static ActivityPlanned body(Row row, String key) {
        var from = moment(row, "from", false);
        var to = moment(row, "to", true);
        ActivityTerms.checkTimes("to", from, to);
        return new ActivityPlanned(
                CODE,
                key,
                ActivityTerms.kind("kind", word(row, "kind")),
                ActivityTerms.owner("owner", word(row, "owner")),
                text(row, "lead"),
                text(row, "mandate_task"),
                site(row),
                from,
                to,
                asking(row),
                new Support(
                        ActivityTerms.codes("units", row.text("units")),
                        ActivityTerms.codes("cover", row.text("cover")),
                        text(row, "with_force"),
                        text(row, "clearance")),
                ActivityTerms.end("state", word(row, "state")),
                text(row, "source"),
                text(row, "note"));
    }

    private static Asking asking(Row row) {
        var questions = ActivityTerms.codes("questions", row.text("questions"));
        var people = row.wholeNumber("people", 0, ActivityTerms.PEOPLE_MAX);
        ActivityTerms.checkPeople("people", questions, people == null ? 0 : people);
        return new Asking(questions, people == null ? 0 : people, alone(row));
    }

    private static boolean alone(Row row) {
        return switch (word(row, "alone")) {
            case "yes" -> true;
            case "no", "" -> false;
            default -> throw new BadInput("alone", row.text("alone"), "yes or no");
        };
    }

    private static Site site(Row row) {
        var position = row.position("latitude", "longitude");
        var name = text(row, "place");
        if (name.isEmpty() && position == null) {
            throw new BadInput("place", null, "given, or a latitude and longitude");
        }
        var area = text(row, "area");
        return new Site(
                name,
                position,
                position == null ? PlacePrecision.UNKNOWN : PlacePrecision.NEAR,
                null,
                area.isEmpty() ? null : area,
                null,
                null);
    }

    /// A bare day begins at its midnight and ends at the next, UTC.
    private static Instant moment(Row row, String column, boolean end) {
        var text = row.text(column);
        if (text.isEmpty()) {
            throw new BadInput(column, null, MOMENT);
        }
        try {
            var moment =
                    text.length() > DAY_LENGTH
                            ? OffsetDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
            if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
                throw new BadInput(column, text, MOMENT + ", of the years 1900 to 9999");
            }
            boolean wholeDay = end && text.length() <= DAY_LENGTH;
            return moment.toInstant().plus(wholeDay ? Duration.ofDays(1) : Duration.ZERO);
        } catch (DateTimeException e) {
            throw new BadInput(column, text, MOMENT, e);
        }
    }

    /// A word of a list, as people type it: `Medical cover`, `civil_affairs`.
    private static String word(Row row, String column) {
        return row.text(column).toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    }

    private static String text(Row row, String column) {
        var text = row.text(column);
        if (text.length() > TEXT_MAX) {
            throw new BadInput(column, text, "no longer than " + TEXT_MAX + " characters");
        }
        return text;
    }
}
