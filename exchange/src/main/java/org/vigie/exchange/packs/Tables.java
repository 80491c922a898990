package org.vigie.exchange.packs;

import static org.vigie.exchange.packs.Table.may;
import static org.vigie.exchange.packs.Table.must;

import java.util.List;

/// Every CSV file of a pack with its columns, as `docs/mission-packs.md` describes them.
final class Tables {

    /// Members of the Security Council.
    static final int COUNCIL = 15;

    static final Allowed TEXT = new Allowed.Text();
    static final Allowed ID = new Allowed.Id();
    static final Allowed DAY = new Allowed.Day();
    private static final Allowed COUNT = new Allowed.Whole(0, 2_000_000_000);

    private static final Allowed MEMBERS = new Allowed.Whole(0, COUNCIL);

    private static final Allowed YES_NO = words("yes", "no");
    private static final Allowed NAMES = new Allowed.ListOf(TEXT);
    static final Allowed AREA = ref("areas.csv");
    private static final Allowed AREAS = new Allowed.ListOf(AREA);
    static final Allowed PLACE = ref("places.csv");
    private static final Allowed ACTOR = ref("actors.csv");
    private static final Allowed MODE = words("road", "helicopter", "fixed-wing", "river", "foot");

    /// The word that stands for a source where nobody has published the figure.
    static final String ASSUMED = "assumed";

    static final Table.Column SOURCE =
            must("source", new Allowed.Ref(List.of("sources.csv"), List.of(ASSUMED)));
    static final Table.Column LINE = may("line", TEXT);
    static final Table.Column NOTE = may("note", TEXT);

    /// Lanes by which something comes to the mission, or becomes known at all.
    static final List<String> LANES =
            List.of(
                    "phone",
                    "hotline",
                    "radio",
                    "open-source",
                    "patrol",
                    "unknown",
                    "social-media",
                    "press",
                    "sms",
                    "form",
                    "liaison",
                    "visit");

    static final Table SOURCES =
            new Table(
                    "sources.csv",
                    true,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("name", TEXT),
                            must(
                                    "kind",
                                    words("un", "ngo", "press", "research", "government", "data")),
                            may("position", TEXT),
                            may("published", DAY),
                            may("url", TEXT),
                            must("reliability", words("A", "B", "C", "D", "E", "F")),
                            NOTE));

    static final Table AREAS_TABLE =
            new Table(
                    "areas.csv",
                    true,
                    List.of("code"),
                    List.of(
                            must("code", ID),
                            must("name", TEXT),
                            must("level", words("0", "1", "2", "3", "sector", "region")),
                            may("parent", AREA),
                            may("members", AREAS),
                            may("aliases", NAMES),
                            SOURCE,
                            NOTE));

    static final Table PLACES =
            new Table(
                    "places.csv",
                    true,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("name", TEXT),
                            may("aliases", NAMES),
                            may("latitude", new Allowed.Decimal(-90, 90)),
                            may("longitude", new Allowed.Decimal(-180, 180)),
                            must("precision", words("exact", "near", "adm2", "adm1", "country")),
                            may("area", AREA),
                            must("kind", TEXT),
                            SOURCE,
                            NOTE));

    static final Table ACTORS =
            new Table(
                    "actors.csv",
                    true,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("name", TEXT),
                            may("aliases", NAMES),
                            must(
                                    "class",
                                    words(
                                            "state",
                                            "armed-group",
                                            "militia",
                                            "foreign-force",
                                            "private-military",
                                            "mission",
                                            "civilians",
                                            "unknown")),
                            may("parent", ACTOR),
                            may("from", DAY),
                            may("to", DAY),
                            SOURCE,
                            NOTE));

    static final Table RELATIONS =
            new Table(
                    "relations.csv",
                    false,
                    List.of("actor", "relation", "other", "from", "source"),
                    List.of(
                            must("actor", ACTOR),
                            must("relation", ID),
                            must("other", ACTOR),
                            may("from", DAY),
                            may("to", DAY),
                            must("confidence", words("low", "moderate", "high")),
                            SOURCE,
                            LINE,
                            NOTE));

    static final Table LABELS =
            new Table(
                    "labels.csv",
                    false,
                    List.of("actor", "label", "by", "since"),
                    List.of(
                            must("actor", ACTOR),
                            must("label", TEXT),
                            must("by", ref("actors.csv", "sources.csv")),
                            must("since", DAY),
                            may("until", DAY),
                            SOURCE,
                            LINE,
                            NOTE));

    static final Table BASES =
            new Table(
                    "bases.csv",
                    false,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("name", TEXT),
                            must("place", PLACE),
                            may("sector", AREA),
                            may("opened", DAY),
                            may("closed", DAY),
                            must("medical", new Allowed.Whole(0, 3)),
                            must("airstrip", words("yes", "no", "helipad")),
                            SOURCE,
                            NOTE));

    static final Table UNITS =
            new Table(
                    "units.csv",
                    false,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("name", TEXT),
                            may("contributor", TEXT),
                            must("component", words("force", "police", "civil", "support")),
                            must("base", ref("bases.csv")),
                            must(
                                    "part",
                                    words(
                                            "quick-reaction",
                                            "isr",
                                            "eod",
                                            "surgical",
                                            "attack-helicopter",
                                            "transport-helicopter",
                                            "infantry",
                                            "police",
                                            "civil",
                                            "other")),
                            may("capabilities", new Allowed.ListOf(ID)),
                            must("mode", MODE),
                            must("speedKmhLow", new Allowed.Whole(0, 1_000)),
                            must("speedKmhHigh", new Allowed.Whole(0, 1_000)),
                            must("noticeMinutesLow", new Allowed.Whole(0, 50_000)),
                            must("noticeMinutesHigh", new Allowed.Whole(0, 50_000)),
                            must("night", YES_NO),
                            may("rangeKm", new Allowed.Whole(1, 20_000)),
                            may("seats", new Allowed.Whole(0, 1_000)),
                            may("strength", new Allowed.Whole(1, 50_000)),
                            may("strengthMeasure", TEXT),
                            may("strengthOn", DAY),
                            may("ways", new Allowed.Ways()),
                            may("crewHours", new Allowed.Whole(1, 24)),
                            may("from", DAY),
                            may("to", DAY),
                            may("provider", TEXT),
                            SOURCE,
                            must("basis", TEXT),
                            NOTE));

    static final Table CAVEATS =
            new Table(
                    "caveats.csv",
                    false,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("unit", new Allowed.Ref(List.of("units.csv"), List.of("*"))),
                            must(
                                    "kind",
                                    words(
                                            "day-only",
                                            "max-km",
                                            "area-only",
                                            "not-with-host-force",
                                            "ask-capital",
                                            "ask-mission",
                                            "no-offensive",
                                            "needs-escort",
                                            "needs-lift",
                                            "not-in-rain",
                                            "host-clearance")),
                            may("value", TEXT),
                            must("status", words("declared", "observed")),
                            may("from", DAY),
                            may("to", DAY),
                            SOURCE,
                            NOTE));

    static final Table LANGUAGES =
            new Table(
                    "languages.csv",
                    false,
                    List.of("code"),
                    List.of(
                            must("code", ID),
                            must("name", TEXT),
                            may("areas", AREAS),
                            SOURCE,
                            NOTE));

    static final Table MANDATE =
            new Table(
                    "mandate.csv",
                    false,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("resolution", TEXT),
                            must("adopted", DAY),
                            may("until", DAY),
                            must("task", TEXT),
                            may("priority", TEXT),
                            may("ceilingMilitary", COUNT),
                            may("ceilingPolice", COUNT),
                            SOURCE,
                            NOTE));

    static final Table VOTES =
            new Table(
                    "votes.csv",
                    false,
                    List.of("resolution"),
                    List.of(
                            must("resolution", TEXT),
                            must("on", DAY),
                            must("inFavour", MEMBERS),
                            must("against", MEMBERS),
                            must("abstained", MEMBERS),
                            may("abstaining", NAMES),
                            SOURCE,
                            LINE,
                            NOTE));

    static final Table ACCORDS =
            new Table(
                    "accords.csv",
                    false,
                    List.of("accord", "event", "who", "text", "on"),
                    List.of(
                            must("accord", ID),
                            must(
                                    "event",
                                    words(
                                            "made",
                                            "signed",
                                            "monitored-by",
                                            "left",
                                            "suspended",
                                            "resumed",
                                            "ended")),
                            may("who", TEXT),
                            may("text", TEXT),
                            may("scope", words("national", "regional", "local")),
                            may("area", AREA),
                            must("on", DAY),
                            SOURCE,
                            LINE,
                            NOTE));

    static final Table COMMITMENTS =
            new Table(
                    "commitments.csv",
                    false,
                    List.of("id", "event", "on", "source"),
                    List.of(
                            must("id", ID),
                            must(
                                    "event",
                                    words(
                                            "made",
                                            "amended",
                                            "kept",
                                            "partly-kept",
                                            "broken",
                                            "overdue")),
                            may("accord", ref("accords.csv")),
                            may("by", NAMES),
                            may("to", NAMES),
                            may("text", TEXT),
                            may("due", DAY),
                            must("on", DAY),
                            SOURCE,
                            LINE,
                            NOTE));

    static final Table SURVEYS =
            new Table(
                    "surveys.csv",
                    false,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("survey", TEXT),
                            must("question", TEXT),
                            must("answer", TEXT),
                            must("share", new Allowed.Decimal(0, 100)),
                            must("n", new Allowed.Whole(1, 10_000_000)),
                            may("margin", new Allowed.Decimal(0, 100)),
                            must("area", AREA),
                            must("population", TEXT),
                            must("method", TEXT),
                            must("from", DAY),
                            must("to", DAY),
                            SOURCE,
                            LINE,
                            NOTE));

    static final Table INCIDENTS =
            new Table(
                    "incidents.csv",
                    false,
                    List.of("id"),
                    List.of(
                            must("id", ID),
                            must("name", TEXT),
                            must("type", new Allowed.Word(IncidentWords.TYPES)),
                            must("place", PLACE),
                            must("from", DAY),
                            must("to", DAY),
                            must("datePrecision", words("day", "week", "month", "year")),
                            may("actors", new Allowed.ListOf(TEXT)),
                            may("known", DAY),
                            SOURCE,
                            NOTE));

    static final Table CLAIMS =
            new Table(
                    "claims.csv",
                    false,
                    List.of(
                            "subject",
                            "measure",
                            "low",
                            "best",
                            "high",
                            "population",
                            "source",
                            "definition",
                            "on"),
                    List.of(
                            must(
                                    "subject",
                                    ref("incidents.csv", "actors.csv", "areas.csv", "accords.csv")),
                            must("measure", ID),
                            may("low", COUNT),
                            may("best", COUNT),
                            may("high", COUNT),
                            may("unit", TEXT),
                            may("population", TEXT),
                            may("definition", TEXT),
                            may("on", DAY),
                            SOURCE,
                            may("line", TEXT),
                            NOTE));

    static final Table KNOWLEDGE =
            new Table(
                    "knowledge.csv",
                    false,
                    List.of("subject", "who", "since"),
                    List.of(
                            must("subject", ref("incidents.csv")),
                            must("who", new Allowed.Ref(List.of("actors.csv"), LANES)),
                            must("since", DAY),
                            must("basis", words("log", "statement", "inferred")),
                            may("contested", YES_NO),
                            SOURCE,
                            NOTE));

    static final Table TRAVEL =
            new Table(
                    "travel.csv",
                    false,
                    List.of("name"),
                    List.of(
                            must("name", TEXT),
                            must("from", PLACE),
                            must("to", PLACE),
                            may("km", new Allowed.Decimal(0, 20_000)),
                            may("hoursLow", new Allowed.Decimal(0, 10_000)),
                            may("hoursHigh", new Allowed.Decimal(0, 10_000)),
                            must("mode", MODE),
                            may("conditions", TEXT),
                            SOURCE,
                            NOTE));

    static final Table RESTRICTIONS = RestrictionEntries.table();

    static final List<Table> ALL =
            List.of(
                    SOURCES,
                    AREAS_TABLE,
                    PLACES,
                    ACTORS,
                    RELATIONS,
                    LABELS,
                    BASES,
                    UNITS,
                    CAVEATS,
                    LANGUAGES,
                    MANDATE,
                    VOTES,
                    ACCORDS,
                    COMMITMENTS,
                    SURVEYS,
                    INCIDENTS,
                    CLAIMS,
                    KNOWLEDGE,
                    TRAVEL,
                    RESTRICTIONS);

    private Tables() {}

    private static Allowed words(String... words) {
        return new Allowed.Word(List.of(words));
    }

    private static Allowed ref(String... tables) {
        return new Allowed.Ref(List.of(tables), List.of());
    }
}
