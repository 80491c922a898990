package org.vigie.exchange.packs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a look across the tables of the registers shows: ends that a source cannot know, accords
/// and commitments without a beginning, votes that do not add up, surveys that nobody held.
final class RegisterChecks {

    private static final String MADE = "made";

    /// What tells one answer from another.
    private static final List<String> ANSWER =
            List.of("survey", "question", "answer", "area", "from", "to");

    private final PackTables tables;
    private final Findings findings;

    RegisterChecks(PackTables tables, Findings findings) {
        this.tables = tables;
        this.findings = findings;
    }

    void check(boolean fictional) {
        RestrictionEntries.check(tables, findings);
        var published = published();
        tables.rows(Tables.RELATIONS).forEach(row -> checkEnd(row, "to", published));
        tables.rows(Tables.LABELS).forEach(row -> checkEnd(row, "until", published));
        tables.rows(Tables.VOTES).forEach(this::checkVote);
        checkBeginnings(Tables.ACCORDS);
        tables.rows(Tables.ACCORDS).forEach(this::checkAccord);
        checkBeginnings(Tables.COMMITMENTS);
        tables.rows(Tables.COMMITMENTS).forEach(this::checkCommitment);
        tables.rows(Tables.SURVEYS).forEach(row -> checkSurvey(row, fictional));
    }

    private Map<String, PackDate> published() {
        var published = new HashMap<String, PackDate>();
        for (var row : tables.rows(Tables.SOURCES)) {
            row.day("published").ifPresent(date -> published.put(row.id(), date));
        }
        return published;
    }

    /// A picture of the time between would show an end that nobody knew.
    private void checkEnd(Row row, String column, Map<String, PackDate> published) {
        var end = row.day(column);
        var date = published.get(row.text("source"));
        if (end.isPresent() && date != null && end.get().first().isAfter(date.last())) {
            findings.warning(
                    row.spot(column),
                    "leave this empty and add a row with the same beginning and the source of the"
                            + " end: %s was published before it".formatted(row.text("source")));
        }
    }

    private void checkVote(Row row) {
        int votes = row.whole("inFavour") + row.whole("against") + row.whole("abstained");
        if (votes > Tables.COUNCIL) {
            findings.error(
                    row.spot("inFavour"),
                    "count again: %s votes of a council of %s".formatted(votes, Tables.COUNCIL));
        }
        if (tables.rows(Tables.MANDATE).stream()
                .noneMatch(task -> task.text("resolution").equals(row.text("resolution")))) {
            findings.error(row.spot("resolution"), "add the resolution to mandate.csv");
        }
    }

    /// Every id needs one row `made`, and one only.
    private void checkBeginnings(Table table) {
        Set<String> made = new HashSet<>();
        for (var row : tables.rows(table)) {
            if (row.text("event").equals(MADE) && !made.add(row.id())) {
                findings.error(row.spot("event"), "give %s one row made".formatted(row.id()));
            }
        }
        Set<String> named = new HashSet<>();
        for (var row : tables.rows(table)) {
            if (!made.contains(row.id()) && named.add(row.id())) {
                findings.error(
                        row.spot(table.key().getFirst()),
                        "add a row of this id with the event made");
            }
        }
    }

    private void checkAccord(Row row) {
        switch (row.text("event")) {
            case MADE -> {
                need(row, "text", "write its name");
                need(row, "scope", "write national, regional or local");
            }
            case "signed", "left" -> {
                if (!row.has("who")) {
                    findings.error(
                            row.spot("who"),
                            "write an id of actors.csv, or in words who it was (no names of"
                                    + " persons)");
                }
            }
            case "monitored-by" -> {
                if (!row.has("who") && !row.has("text")) {
                    findings.error(row.spot("text"), "write what body watches");
                }
            }
            default -> {}
        }
    }

    private void checkCommitment(Row row) {
        switch (row.text("event")) {
            case MADE -> {
                need(row, "accord", "write an id of accords.csv");
                need(row, "by", "write who promised: ids of actors.csv, or in words");
                need(row, "text", "write what was promised");
            }
            case "amended" -> {
                if (!row.has("text") && !row.has("due")) {
                    findings.error(row.spot("due"), "write the new day, or the new text");
                }
            }
            default -> {
                if (row.has("due")) {
                    findings.error(
                            row.spot("due"), "leave this empty: only made and amended set a day");
                }
            }
        }
    }

    private void need(Row row, String column, String advice) {
        if (!row.has(column)) {
            findings.error(row.spot(column), advice);
        }
    }

    private void checkSurvey(Row row, boolean fictional) {
        if (row.text("source").equals(Tables.ASSUMED) && !fictional) {
            findings.error(
                    row.spot("source"),
                    "name a source of sources.csv: in a real country's pack no survey stands"
                            + " without one");
        }
        var same =
                tables.rows(Tables.SURVEYS).stream()
                        .filter(other -> other.line() < row.line())
                        .filter(other -> ANSWER.stream().allMatch(it -> equal(it, row, other)))
                        .findFirst();
        same.ifPresent(other ->
                findings.error(
                        row.spot("answer"),
                        "tell it apart from line %s: the same answer to the same question"
                                .formatted(other.line())));
    }

    private static boolean equal(String column, Row one, Row other) {
        return one.text(column).equals(other.text(column));
    }
}
