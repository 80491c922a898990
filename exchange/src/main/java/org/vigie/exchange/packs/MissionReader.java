package org.vigie.exchange.packs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geo.BadInput;
import org.vigie.geo.Bounds;

/// Reads `mission.properties`.
final class MissionReader {

    private static final List<String> MUST =
            List.of(
                    "code",
                    "name.en",
                    "name.fr",
                    "short",
                    "country",
                    "fictional",
                    "bbox",
                    "timezone",
                    "languages",
                    "host.actor",
                    "host.forces",
                    "mission.actor",
                    "published");

    private static final Set<String> YES_NO = Set.of("true", "false");

    private final Settings settings;
    private final Findings findings;

    private MissionReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    /// Empty when a key is missing or holds what it may not; the findings say which.
    static Optional<Mission> read(Settings settings, Findings findings) {
        return new MissionReader(settings, findings).read();
    }

    private Optional<Mission> read() {
        boolean whole = true;
        for (var key : MUST) {
            if (settings.find(key).isEmpty()) {
                findings.error(settings.spot(key), "add this key with a value");
                whole = false;
            }
        }
        for (var key : settings.values().keySet()) {
            if (!MUST.contains(key)) {
                findings.error(
                        settings.spot(key),
                        "remove this key or use one of " + String.join(", ", MUST));
            }
        }
        var bounds = bounds();
        var timezone = timezone();
        var published = published();
        boolean codeFits = codeFits();
        boolean fictionalFits = fictionalFits();
        whole = whole && codeFits && fictionalFits;
        if (!whole || bounds.isEmpty() || timezone.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Mission(
                        settings.text("code"),
                        settings.text("name.en"),
                        settings.text("name.fr"),
                        settings.text("short"),
                        settings.text("country"),
                        settings.text("fictional").equals("true"),
                        bounds.get(),
                        timezone.get(),
                        settings.list("languages", ","),
                        settings.text("host.actor"),
                        settings.list("host.forces", "\\|"),
                        settings.text("mission.actor"),
                        published.get()));
    }

    private boolean fictionalFits() {
        var value = settings.find("fictional");
        if (value.isEmpty() || YES_NO.contains(value.get())) {
            return true;
        }
        findings.error(settings.spot("fictional"), "write true or false");
        return false;
    }

    private boolean codeFits() {
        var code = settings.text("code");
        if (code.isEmpty() || code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return true;
        }
        findings.error(settings.spot("code"), "write lower-case letters, digits and hyphens");
        return false;
    }

    private Optional<Bounds> bounds() {
        var parts = settings.list("bbox", ",");
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (parts.size() != 4) {
                throw new BadInput("bbox", settings.text("bbox"), "four numbers");
            }
            var numbers =
                    parts.stream()
                            .mapToDouble(part -> Allowed.decimal("bbox", part.strip(), -180, 180))
                            .toArray();
            return Optional.of(new Bounds(numbers[0], numbers[1], numbers[2], numbers[3]));
        } catch (BadInput e) {
            findings.error(
                    settings.spot("bbox"),
                    "write south,west,north,east in degrees, e.g. 10.1,-12.3,25.0,4.3");
            return Optional.empty();
        }
    }

    private Optional<ZoneId> timezone() {
        if (settings.find("timezone").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(settings.text("timezone")));
        } catch (DateTimeException e) {
            findings.error(settings.spot("timezone"), "write an IANA name, e.g. Africa/Bamako");
            return Optional.empty();
        }
    }

    private Optional<LocalDate> published() {
        if (settings.find("published").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PackDate.parse("published", settings.text("published")).last());
        } catch (BadInput e) {
            findings.error(settings.spot("published"), e);
            return Optional.empty();
        }
    }
}
