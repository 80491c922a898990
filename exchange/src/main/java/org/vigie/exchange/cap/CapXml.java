package org.vigie.exchange.cap;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vigie.exchange.out.XmlText;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Bounds;
import org.vigie.geo.Position;
import org.vigie.share.Ground;
import org.vigie.share.SharedWarning;
import org.vigie.share.Tier;

/// Writes a message as the standard has it: elements in its order, times without a `Z`, a line in
/// English and one in French. How Vigie's words become the standard's is said at each of them and
/// in `docs/outgoing.md`.
///
/// Source: OASIS, Common Alerting Protocol Version 1.2, 1 July 2010, section 3.
final class CapXml {

    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /// The standard asks for headlines that fit a small screen, and names 160 letters.
    private static final int HEADLINE_MAX = 160;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final CapMessage message;
    private final SharedWarning warning;
    private final String senderName;
    private final Language first;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    CapXml(CapMessage message, String senderName, Language first) {
        this.message = message;
        this.warning = message.warning();
        this.senderName = senderName;
        this.first = first;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java platform writes XML", e);
        }
    }

    /// UTC is written `-00:00`; the standard does not allow `Z`.
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    byte[] bytes() {
        try {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("alert");
            xml.writeDefaultNamespace(NAMESPACE);
            head();
            if (message.type() != CapMessage.Type.CANCEL) {
                info(first);
                info(first == Language.FR ? Language.EN : Language.FR);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes what is written: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private void head() throws XMLStreamException {
        element("identifier", message.identifier());
        element("sender", message.sender());
        element("sent", moment(message.sent()));
        element("status", message.exercise() ? "Exercise" : "Actual");
        element("msgType", message.type().word());
        scope();
        var words = Words.of(first);
        var note = new StringBuilder();
        if (message.exercise()) {
            note.append(words.say("exercise")).append(". ");
        }
        if (message.type() == CapMessage.Type.CANCEL) {
            note.append(words.say("cap.cancelled"));
        }
        if (!note.isEmpty()) {
            element("note", note.toString().strip());
        }
        if (!message.references().isEmpty()) {
            element(
                    "references",
                    message.references().stream()
                            .map(CapMessage.Reference::text)
                            .collect(Collectors.joining(" ")));
        }
    }

    /// Restricted is for readers with a need to know, and says the restriction; private names its
    /// addressees.
    private void scope() throws XMLStreamException {
        switch (warning.tier()) {
            case RESTRICTED -> {
                element("scope", "Restricted");
                element("restriction", Words.of(first).say("cap.restriction"));
            }
            case PARTNER -> {
                element("scope", "Private");
                element("addresses", "\"partner with an agreement\"");
            }
            case HOST -> {
                element("scope", "Private");
                element("addresses", "\"host state\"");
            }
            case PUBLIC -> element("scope", "Public");
        }
    }

    private void info(Language language) throws XMLStreamException {
        var words = Words.of(language);
        xml.writeStartElement("info");
        element("language", language == Language.FR ? "fr-FR" : "en-GB");
        element("category", "Security");
        element("event", words.say("cap.event"));
        element("responseType", responseType());
        element("urgency", urgency());
        element("severity", severity());
        element("certainty", certainty());
        element("expires", moment(message.expires()));
        element("senderName", senderName);
        element("headline", headline(words));
        element("description", description(words));
        area(words);
        xml.writeEndElement();
    }

    /// Nobody outside is told what to do, and nobody at all that it is safe: `AllClear` is never
    /// said.
    private String responseType() {
        return switch (warning.state()) {
            case OPEN -> warning.tier().leavesTheMission() ? "Monitor" : "Assess";
            case ANSWERED -> "Monitor";
            case CLOSED, JUDGED_FALSE -> "None";
        };
    }

    /// How soon somebody should act, by the gravity, as the assumed due times have it: at once,
    /// within the hour, later. The record does not say when an attack is feared.
    private String urgency() {
        return switch (warning.state()) {
            case CLOSED, JUDGED_FALSE -> "Past";
            case OPEN, ANSWERED ->
                    switch (warning.severity()) {
                        case CRITICAL -> "Immediate";
                        case HIGH -> "Expected";
                        case MEDIUM, LOW -> "Future";
                        case NOT_ASSESSED -> "Unknown";
                    };
        };
    }

    private String severity() {
        return switch (warning.severity()) {
            case CRITICAL -> "Extreme";
            case HIGH -> "Severe";
            case MEDIUM -> "Moderate";
            case LOW -> "Minor";
            case NOT_ASSESSED -> "Unknown";
        };
    }

    private String certainty() {
        return switch (warning.certainty()) {
            case HAPPENED -> "Observed";
            case SUPPORTED -> "Likely";
            case JUDGED_FALSE -> "Unlikely";
            case NOT_KNOWN -> "Unknown";
        };
    }

    private String headline(Words words) {
        var said =
                warning.title().isBlank()
                        ? words.say("cap.headline", words.of(warning.severity()), where(words))
                        : warning.title();
        var whole = message.exercise() ? words.say("exercise") + " – " + said : said;
        if (whole.length() <= HEADLINE_MAX) {
            return whole;
        }
        int end = HEADLINE_MAX - 1;
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    private String description(Words words) {
        var severity = words.say("cap.severity", words.of(warning.severity()));
        var state = state(words);
        var warned = warning.warnedAt();
        if (warning.tier() != Tier.RESTRICTED || warned == null) {
            return severity + " " + state + " " + words.say("cap.outside");
        }
        var atRisk = warning.atRisk().isBlank() ? words.say("unknown") : warning.atRisk();
        return String.join(
                " ",
                severity,
                words.say("cap.at-risk", atRisk),
                words.say("cap.warned", words.moment(warned)),
                state);
    }

    private String state(Words words) {
        return switch (warning.state()) {
            case OPEN ->
                    words.say(warning.tier().leavesTheMission() ? "cap.open" : "cap.unanswered");
            case ANSWERED -> words.say("cap.answered");
            case CLOSED, JUDGED_FALSE ->
                    warning.findOutcome()
                            .map(outcome -> words.say("cap.closed-as", words.of(outcome)))
                            .orElse(words.say("cap.closed"));
        };
    }

    private String where(Words words) {
        return warning.ground().name().isBlank()
                ? words.say("cap.somewhere")
                : warning.ground().name();
    }

    private void area(Words words) throws XMLStreamException {
        var ground = warning.ground();
        xml.writeStartElement("area");
        element("areaDesc", where(words));
        var box = ground.box();
        if (box != null) {
            element("polygon", polygon(box));
        }
        var circle = ground.circle();
        if (circle != null) {
            element("circle", circle(circle));
        }
        xml.writeEndElement();
    }

    /// Latitude before longitude, the first corner again at the end.
    private static String polygon(Bounds box) {
        return List.of(
                        new Position(box.south(), box.west()),
                        new Position(box.south(), box.east()),
                        new Position(box.north(), box.east()),
                        new Position(box.north(), box.west()),
                        new Position(box.south(), box.west()))
                .stream()
                .map(CapXml::point)
                .collect(Collectors.joining(" "));
    }

    private static String circle(Ground.Circle circle) {
        return point(circle.centre()) + " " + String.format(Locale.ROOT, "%.1f", circle.radiusKm());
    }

    private static String point(Position at) {
        return String.format(Locale.ROOT, "%.4f,%.4f", at.latitude(), at.longitude());
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.allowed(text));
        xml.writeEndElement();
    }
}
