package org.vigie.exchange.packs;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.force.ForceGeneration;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces.ForceNeeded;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;

/// A mission's list of what it needed of forces and what became of it: one row is one need. The key
/// is the list's own number, column `need`; the same number again takes the place of the older row.
public final class ForceNeeds implements Format {

    /// All columns, those that must be there first.
    public static final List<String> COLUMNS =
            List.of(
                    "need",
                    "capability",
                    "needed",
                    "requested",
                    "answer",
                    "count",
                    "base",
                    "asked",
                    "answered",
                    "reason",
                    "in_place",
                    "unit",
                    "source",
                    "note");

    private static final int REQUIRED = 5;
    private static final int COUNT_MAX = 1_000;
    private static final int TEXT_MAX = 2_000;
    private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

    private final ForceGround ground;

    /// The list, as it is recognised.
    public ForceNeeds() {
        this(ForceGround.UNKNOWN);
    }

    private ForceNeeds(ForceGround ground) {
        this.ground = ground;
    }

    @Override
    public String code() {
        return "force-generation";
    }

    @Override
    public String source() {
        return "force-need";
    }

    @Override
    public String title() {
        return "Needs for forces (columns need, capability, needed, requested, answer …)";
    }

    @Override
    public Class<ForceNeeded> body() {
        return ForceNeeded.class;
    }

    @Override
    public String keyColumn() {
        return "need";
    }

    @Override
    public String definition() {
        return "a need of the mission for forces, with what became of it";
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
    public Format on(Ledger ledger) throws IOException {
        return new ForceNeeds(ForceGround.of(ledger.asOf(ALWAYS, ALWAYS, Viewer.owner())));
    }

    @Override
    public Layout layout(Opening opening) {
        var header = opening.header();
        for (var name : header.names()) {
            if (!COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new BadInput("header", name, "one of " + String.join(", ", COLUMNS));
            }
        }
        return new Layout(
                opening.separator(), true, true, header, Collections.emptySortedMap(), this::read);
    }

    private Draft read(Row row) {
        var key = row.needed("need");
        new Allowed.Id().check("need", key);
        var needed = row.day("needed");
        var body = body(row, key);
        ForceGeneration.check(body, needed);
        return new Draft(
                key, needed == null ? null : Happened.on(needed), last(needed, body), null, body);
    }

    private static @Nullable LocalDate last(@Nullable LocalDate needed, ForceNeeded body) {
        return Stream.of(needed, body.requested(), body.answered(), body.inPlace())
                .filter(Objects::nonNull)
                .map(LocalDate.class::cast)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private ForceNeeded body(Row row, String key) {
        var capability = row.needed("capability").toLowerCase(Locale.ROOT);
        if (!Capabilities.known(capability)) {
            throw new BadInput(
                    "capability", capability, "one of " + String.join(", ", Capabilities.words()));
        }
        var count = row.wholeNumber("count", 1, COUNT_MAX);
        var base = text(row, "base");
        if (!base.isEmpty()) {
            ground.requireBase(base);
        }
        var unit = text(row, "unit");
        if (!unit.isEmpty()) {
            ground.requireUnit(unit);
        }
        return new ForceNeeded(
                key,
                capability,
                count == null ? 1 : count,
                base,
                text(row, "asked"),
                row.day("requested"),
                row.day("answered"),
                ForceGeneration.answer("answer", row.text("answer")),
                text(row, "reason"),
                row.day("in_place"),
                unit,
                text(row, "source"),
                text(row, "note"));
    }

    private static String text(Row row, String column) {
        var text = row.text(column);
        if (text.length() > TEXT_MAX) {
            throw new BadInput(column, text, "no longer than " + TEXT_MAX + " characters");
        }
        return text;
    }
}
