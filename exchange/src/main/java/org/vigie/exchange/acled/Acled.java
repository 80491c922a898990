package org.vigie.exchange.acled;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.DatePrecision;
import org.vigie.record.Deaths;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Figures;
import org.vigie.record.Happened;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Involved.Role;
import org.vigie.record.Site;

/// ACLED: one row is one event, violent or not, deaths or none.
///
/// - The columns before March 2023 (`data_id`, `event_id_no_cnty`, `iso3`) and after
///   (`disorder_type`, `civilian_targeting`, `tags`), and any others, are kept.
/// - Codes of actors may be numbers or words, days may be printed in any form that ACLED used.
/// - `fatalities` is ACLED's one estimate and stands as the best one; how many of the dead were
///   civilians ACLED does not say.
/// - Who attacked is said only where civilians were the target by ACLED's own coding; else the two
///   are side A and B, as ACLED's columns imply no direction.
/// - A monadic export tells an event once for each actor; rows that stand one below the other and
///   differ only in their actors are one event.
///
/// Sources: ACLED codebook; ACLED's guide to the column changes of 2023; the list of columns and
/// codes of its R package acledR.
public final class Acled implements Format {

    static final String CODE = "acled";

    /// Seconds since 1970, as the interface prints when a row was last touched.
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private static final Set<String> ACTOR_COLUMNS =
            Set.of("actor1", "actor2", "assoc_actor_1", "assoc_actor_2", "inter1", "inter2");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "ACLED (columns event_id_cnty, event_date, event_type, actor1, fatalities …)";
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
        return "an event of political violence, demonstration or strategic development (ACLED)";
    }

    @Override
    public Optional<String> caution() {
        return Optional.of(
                "ACLED corrects and deletes events every week: import its list of deleted events"
                        + " too. Its fatalities are one cautious estimate an event.");
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("event_id_cnty", "event_date", "event_type", "actor1", "fatalities");
    }

    @Override
    public Layout layout(Opening opening) {
        var habits = AcledHabits.of(opening);
        var options = habits.options();
        options.put("columns", String.join(",", opening.header().names()));
        if (!opening.tags().isEmpty()) {
            options.put("tags", String.join(",", opening.tags()));
        }
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                options,
                row -> read(row, habits));
    }

    @Override
    public Optional<Rewriting> rewriting() {
        return Optional.of((entry, options) ->
                AcledColumns.of(
                        (IncidentReported) entry.body(),
                        entry.happenedOn(),
                        AcledHabits.of(new TreeMap<>(options))));
    }

    @Override
    public Set<String> printedOnly() {
        return AcledColumns.PRINTED_ONLY;
    }

    @Override
    public boolean statesRelease() {
        return true;
    }

    /// One event told twice: the same in everything but its actors, whose names the first row must
    /// all have, or have room for.
    @Override
    public Optional<Draft> together(Draft first, Draft second) {
        return Monadic.together(first, second, ACTOR_COLUMNS);
    }

    private static Draft read(Row row, AcledHabits habits) {
        var when = happenedOn(row, habits);
        var one = ActorCode.of("inter1", row.text("inter1"));
        var other = ActorCode.of("inter2", row.text("inter2"));
        var codes = new TreeMap<String, String>();
        putCode(codes, "inter1", one);
        putCode(codes, "inter2", other);
        var fields = account(row, actors(row, one, other), codes);
        var again = AcledColumns.of(fields, when, habits);
        var kept = new TreeMap<>(codes);
        row.forEach((column, printed) -> {
            var name = column.toLowerCase(Locale.ROOT);
            if (!printed.equals(again.getOrDefault(name, ""))) {
                kept.put(keptAs(name), printed);
            }
        });
        return new Draft(fields.sourceKey(), when, null, released(row), fields.withColumns(kept));
    }

    /// Seconds since 1970 at which ACLED last touched the event.
    @Override
    public long revision(Body body) {
        var printed =
                body instanceof IncidentReported account
                        ? account.columns().getOrDefault("timestamp", "")
                        : "";
        return printed.matches("[0-9]{1,15}") ? Long.parseLong(printed) : 0;
    }

    private static void putCode(Map<String, String> codes, String column, ActorCode code) {
        if (code != ActorCode.NONE) {
            codes.put(column, code.number());
        }
    }

    private static String keptAs(String column) {
        var printed = column + AcledColumns.PRINTED;
        return AcledColumns.PRINTED_ONLY.contains(printed) ? printed : column;
    }

    private static IncidentReported account(
            Row row, List<Involved> actors, Map<String, String> columns) {
        return new IncidentReported(
                CODE,
                row.needed("event_id_cnty"),
                kind(row),
                row.text("sub_event_type"),
                site(row),
                actors,
                deaths(row),
                null,
                row.text("notes"),
                columns);
    }

    /// The six types of today, and the nine of before 2019.
    private static IncidentKind kind(Row row) {
        var type = row.needed("event_type");
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "battles",
                    "battle-no change of territory",
                    "battle-government regains territory",
                    "battle-non-state actor overtakes territory" ->
                    IncidentKind.BATTLE;
            case "explosions/remote violence", "remote violence" -> IncidentKind.EXPLOSION;
            case "violence against civilians" -> IncidentKind.VIOLENCE_AGAINST_CIVILIANS;
            case "protests" -> IncidentKind.PROTEST;
            case "riots" -> IncidentKind.RIOT;
            case "riots/protests" ->
                    ActorCode.of("inter1", row.text("inter1")) == ActorCode.PROTESTERS
                            ? IncidentKind.PROTEST
                            : IncidentKind.RIOT;
            case "strategic developments",
                    "strategic development",
                    "headquarters or base established",
                    "non-violent transfer of territory" ->
                    IncidentKind.STRATEGIC_DEVELOPMENT;
            default ->
                    throw new BadInput(
                            "event_type",
                            type,
                            "one of Battles, Explosions/Remote violence, Violence against"
                                    + " civilians, Protests, Riots, Strategic developments");
        };
    }

    private static Site site(Row row) {
        var precision = row.wholeNumber("geo_precision", 1, 3);
        return new Site(
                row.text("location"),
                row.position("latitude", "longitude"),
                precision == null ? PlacePrecision.UNKNOWN : PlacePrecision.ofAcled(precision),
                null,
                row.textOrNull("admin1"),
                row.textOrNull("admin2"),
                row.textOrNull("country"));
    }

    private static List<Involved> actors(Row row, ActorCode one, ActorCode other) {
        var first = row.needed("actor1");
        var second = row.text("actor2");
        boolean civiliansWereTheTarget =
                kind(row) == IncidentKind.VIOLENCE_AGAINST_CIVILIANS
                        || !row.text("civilian_targeting").isEmpty();
        boolean told =
                civiliansWereTheTarget
                        && (one.actorClass(first) == ActorClass.CIVILIANS)
                                != (other.actorClass(second) == ActorClass.CIVILIANS);
        var actors = new ArrayList<Involved>();
        actors.add(involved(first, one, told ? null : Role.SIDE_A));
        if (!second.isEmpty()) {
            actors.add(involved(second, other, told ? null : Role.SIDE_B));
        }
        return actors;
    }

    /// @param role null where civilians were the target of whoever is no civilian
    private static Involved involved(String name, ActorCode code, @Nullable Role role) {
        var actorClass = code.actorClass(name);
        if (role != null) {
            return new Involved(role, name, actorClass);
        }
        return new Involved(
                actorClass == ActorClass.CIVILIANS ? Role.TARGET : Role.ATTACKER, name, actorClass);
    }

    private static @Nullable Deaths deaths(Row row) {
        var fatalities = row.count("fatalities");
        return fatalities == null ? null : Deaths.of(new Figures(null, fatalities, null));
    }

    private static Happened happenedOn(Row row, AcledHabits habits) {
        var day = habits.parse(row.needed("event_date"));
        return Happened.between(day, day, precision(row));
    }

    /// 1 the day itself, 2 a day of a week, 3 a day of a month.
    private static DatePrecision precision(Row row) {
        return switch (row.wholeNumber("time_precision", 1, 3)) {
            case null -> DatePrecision.UNKNOWN;
            case 1 -> DatePrecision.DAY;
            case 2 -> DatePrecision.WEEK;
            case Integer coarser -> DatePrecision.MONTH;
        };
    }

    private static @Nullable LocalDate released(Row row) {
        var text = row.text("timestamp");
        return text.isEmpty() ? null : day("timestamp", text);
    }

    /// A moment as ACLED prints it: seconds since 1970, or a day.
    static LocalDate day(String column, String text) {
        if (!SECONDS.matcher(text).matches()) {
            return Row.parseDay(column, text);
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(text)).atZone(ZoneOffset.UTC).toLocalDate();
        } catch (DateTimeException e) {
            throw new BadInput(column, text, "seconds since 1970, or a day", e);
        }
    }
}
