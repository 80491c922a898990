package org.vigie.exchange.openrosa;

import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Sheets;
import org.vigie.exchange.lanes.Message;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Warnings.Severity;

/// The form by which somebody in the field warns, and how a report is read out of it.
///
/// A report is made of the questions with the names in [Ask]; a form with others is refused when it
/// is read, because their answers would go nowhere. What a telephone writes in a way that cannot be
/// understood (a position, a moment) is left out or kept as text: it must not cost a warning.
///
/// Which forms are taken: those with the id of this one, and its version or an earlier one.
public final class WarningForm {

    /// Where the form that Vigie brings with it stands on the class path.
    private static final String OWN = "missions/forms/warning.xlsx";

    /// A position that is known less exactly is not the place itself.
    private static final double EXACT_METRES_MAX = 500;

    /// `2026113001`: the day, and which form of that day.
    private static final Pattern VERSION = Pattern.compile("20\\d{8}");

    /// What a report is made of, by the name of its question.
    private enum Ask {
        WHERE("where"),
        POSITION("position"),
        THREAT("threat"),
        AT_RISK("at_risk"),
        ALLEGED("alleged"),
        SEVERITY("severity"),
        SEEN("seen"),
        FEEDBACK("feedback"),
        /// Its answer is the name of a file, which is not read: photographs come beside the
        /// answers.
        PHOTOGRAPH("photograph");

        private final String question;

        Ask(String question) {
            this.question = question;
        }

        Set<XlsForm.Type> types() {
            return switch (this) {
                case WHERE, THREAT, AT_RISK -> Set.of(XlsForm.Type.TEXT);
                case POSITION -> Set.of(XlsForm.Type.GEOPOINT);
                case ALLEGED, SEVERITY, FEEDBACK -> Set.of(XlsForm.Type.SELECT_ONE);
                case SEEN -> Set.of(XlsForm.Type.DATE_TIME, XlsForm.Type.DATE);
                case PHOTOGRAPH -> Set.of(XlsForm.Type.IMAGE);
            };
        }
    }

    private static final Set<String> QUESTIONS =
            Arrays.stream(Ask.values())
                    .map(ask -> ask.question)
                    .collect(Collectors.toUnmodifiableSet());

    /// Those of which the answer is read.
    private static final Set<String> ANSWERED =
            Arrays.stream(Ask.values())
                    .filter(ask -> ask != Ask.PHOTOGRAPH)
                    .map(ask -> ask.question)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Severity> SEVERITIES =
            Map.of(
                    "low", Severity.LOW,
                    "medium", Severity.MEDIUM,
                    "high", Severity.HIGH,
                    "critical", Severity.CRITICAL,
                    "not_known", Severity.NOT_ASSESSED);

    private static final Map<String, ActorClass> ACTORS =
            Arrays.stream(ActorClass.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    actor -> XlsForm.small(actor.name()), actor -> actor));

    private static final String YES = "yes";
    private static final String NO = "no";

    private final XlsForm form;
    private final byte[] bytes;
    private final String hash;

    private WarningForm(XlsForm form, byte[] bytes) {
        this.form = form;
        this.bytes = bytes;
        this.hash = "md5:" + md5(bytes);
    }

    /// The form as people wrote it.
    public XlsForm form() {
        return form;
    }

    /// The form as a telephone reads it.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Of the form as a telephone reads it; the list of forms has it.
    public String hash() {
        return hash;
    }

    /// The form that Vigie brings with it.
    public static WarningForm own() throws IOException {
        try (var bytes = WarningForm.class.getClassLoader().getResourceAsStream(OWN)) {
            if (bytes == null) {
                throw new IllegalStateException("the program has no " + OWN);
            }
            return of(bytes.readNBytes(Sheets.FILE_BYTES_MAX + 1), OWN);
        }
    }

    /// The form of a workbook.
    ///
    /// @param name of the file, for messages
    /// @throws BadInput when no report can be made of it
    public static WarningForm of(byte[] workbook, String name) throws IOException {
        var form = XlsForm.read(workbook, name);
        requireVersion(form.version());
        for (var question : form.questions()) {
            requireKnown(question);
        }
        var threat = form.find(Ask.THREAT.question);
        if (threat.isEmpty() || !threat.get().required()) {
            throw new BadInput("sheet survey", null, "with a question threat that is required");
        }
        return new WarningForm(form, XForm.write(form));
    }

    private static void requireVersion(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new BadInput(
                    "version", version, "a day and two more digits: 2026113001, and then upwards");
        }
    }

    private static void requireKnown(XlsForm.Question question) {
        if (question.type() == XlsForm.Type.NOTE) {
            return;
        }
        var ask =
                Stream.of(Ask.values())
                        .filter(one -> one.question.equals(question.name()))
                        .findFirst()
                        .orElseThrow(() ->
                                new BadInput(
                                        "question",
                                        question.name(),
                                        "one of which a report is made: "
                                                + String.join(", ", new TreeSet<>(QUESTIONS))));
        if (!ask.types().contains(question.type())) {
            var types = ask.types().stream().map(XlsForm.Type::word).sorted().toList();
            throw new BadInput(
                    "question " + question.name(),
                    question.type().word(),
                    "of type " + String.join(" or ", types));
        }
        var known = choices(ask);
        for (var choice : question.choices()) {
            if (!known.contains(choice.name())) {
                throw new BadInput(
                        "choice of " + question.name(),
                        choice.name(),
                        "one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static Set<String> choices(Ask ask) {
        return switch (ask) {
            case ALLEGED -> ACTORS.keySet();
            case SEVERITY -> SEVERITIES.keySet();
            case FEEDBACK -> Set.of(YES, NO);
            case WHERE, POSITION, THREAT, AT_RISK, SEEN, PHOTOGRAPH -> Set.of();
        };
    }

    /// The message that was written into a form.
    ///
    /// @param instance as the telephone sends it
    /// @throws BadInput when it is no such form, or nothing is said to be feared
    public Message message(byte[] instance) {
        return message(Submission.read(instance, ANSWERED));
    }

    /// The same of a form that was filled in on a page.
    ///
    /// @param json as the page sends it, see [PageForm]
    public Message ofPage(byte[] json) {
        return message(PageForm.read(json, ANSWERED));
    }

    private Message message(Submission sent) {
        requireHandedOut(sent);
        var position = sent.answers().getOrDefault(Ask.POSITION.question, "");
        var fix = Fix.read(position);
        return new Message(
                sent.instance(),
                answer(sent, Ask.THREAT),
                moment(sent.finishedAt()).orElse(null),
                answer(sent, Ask.WHERE),
                fix == null ? null : fix.position,
                answer(sent, Ask.AT_RISK),
                SEVERITIES.getOrDefault(answer(sent, Ask.SEVERITY), Severity.NOT_ASSESSED),
                answer(sent, Ask.FEEDBACK).equals(YES),
                fix == null ? PlacePrecision.UNKNOWN : fix.precision(),
                ACTORS.getOrDefault(answer(sent, Ask.ALLEGED), ActorClass.UNKNOWN),
                besides(answer(sent, Ask.SEEN), fix == null ? position : ""));
    }

    /// Whoever was without a network for long still has the form of last month: it is taken. One of
    /// a later version is not ours.
    private void requireHandedOut(Submission sent) {
        if (!sent.form().equals(form.id())) {
            throw new BadInput("form", sent.form(), "the form " + form.id());
        }
        boolean known =
                VERSION.matcher(sent.version()).matches()
                        && sent.version().compareTo(form.version()) <= 0;
        if (!known) {
            throw new BadInput(
                    "version",
                    sent.version(),
                    "one that was handed out here, the last of them "
                            + form.version()
                            + ": fetch the form again");
        }
    }

    private static String answer(Submission sent, Ask ask) {
        return sent.answers().getOrDefault(ask.question, "");
    }

    private static String besides(String seen, String unreadable) {
        var lines = new ArrayList<String>();
        if (!seen.isEmpty()) {
            lines.add("vu / seen: " + moment(seen).map(WarningForm::minute).orElse(seen));
        }
        if (!unreadable.isEmpty()) {
            lines.add("position: " + unreadable);
        }
        return String.join("\n", lines);
    }

    private static String minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// Where a telephone says that it is.
    ///
    /// @param accuracyMetres as its receiver estimates; null where it says nothing of it
    private record Fix(Position position, @Nullable Double accuracyMetres) {

        /// Latitude, longitude, and in most cases height and accuracy, in metres; null for anything
        /// else.
        static @Nullable Fix read(String text) {
            var parts = text.strip().split("\\s+", -1);
            if (parts.length < 2 || parts.length > 4) {
                return null;
            }
            var numbers = new ArrayList<Double>();
            for (var part : parts) {
                var number = number(part);
                if (number == null) {
                    return null;
                }
                numbers.add(number);
            }
            try {
                return new Fix(
                        new Position(numbers.get(0), numbers.get(1)),
                        numbers.size() == 4 ? numbers.get(3) : null);
            } catch (BadInput outside) {
                return null;
            }
        }

        private static @Nullable Double number(String text) {
            try {
                return text.matches("-?[\\d.E-]{1,30}") ? new BigDecimal(text).doubleValue() : null;
            } catch (NumberFormatException unreadable) {
                return null;
            }
        }

        PlacePrecision precision() {
            boolean exact =
                    accuracyMetres != null
                            && accuracyMetres >= 0
                            && accuracyMetres <= EXACT_METRES_MAX;
            return exact ? PlacePrecision.EXACT : PlacePrecision.NEAR;
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
