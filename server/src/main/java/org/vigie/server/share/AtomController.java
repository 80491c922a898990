package org.vigie.server.share;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.XmlText;
import org.vigie.geo.BadInput;
import org.vigie.server.access.Officer;
import org.vigie.server.picture.Desk;
import org.vigie.share.SharedRow;

/// An Atom feed (RFC 4287) of the incidents that the mission learned of last.
@Controller
class AtomController {

    private static final String PATH = "/feeds/incidents.atom";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final Desk desk;

    AtomController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> feed(
            HttpServletRequest request, @RequestParam Map<String, String> parameters)
            throws IOException {
        var now = desk.clock().instant();
        var asked = Asked.of(parameters, now);
        if (!asked.tier().terms().exact()) {
            throw new BadInput(
                    "tier",
                    asked.tier().code(),
                    "partner or restricted for a feed, whose entries need identifiers");
        }
        var prepared =
                Exports.prepare(
                        asked.tier(),
                        asked.question(),
                        desk.ledger(asked.question().exercise()),
                        new Exports.Asked(now, null, Officer.of(request).viewer()));
        var newest =
                prepared.release().rows().stream()
                        .filter(asked::wants)
                        .sorted(
                                Comparator.comparing(
                                                (SharedRow row) -> updated(row, now),
                                                Comparator.reverseOrder())
                                        .thenComparing(
                                                SharedRow::period, Comparator.reverseOrder()))
                        .limit(asked.limit())
                        .toList();
        var base = new Links(request.getScheme() + "://" + request.getHeader("Host"));
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            boolean exercise = asked.question().exercise();
            element(xml, "title", (exercise ? "EXERCISE: " : "") + "Vigie: incidents");
            element(xml, "subtitle", prepared.definition());
            element(xml, "id", base.base() + PATH);
            element(
                    xml,
                    "updated",
                    (newest.isEmpty() ? now : updated(newest.getFirst(), now)).toString());
            link(xml, "self", base.base() + PATH + Links.query(asked.kept()));
            for (var row : newest) {
                entry(xml, row, new Said(base.base(), exercise, now));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the feed: " + e.getMessage(), e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(bytes.toByteArray());
    }

    private record Said(String base, boolean exercise, Instant now) {}

    private static void entry(XMLStreamWriter xml, SharedRow row, Said said)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        var site = row.site();
        element(
                xml,
                "title",
                (said.exercise() ? "EXERCISE: " : "") + row.period() + " " + site.name());
        element(xml, "id", "urn:uuid:" + row.incident());
        link(xml, "alternate", said.base() + "/lite/incidents/" + row.incident());
        element(xml, "updated", updated(row, said.now()).toString());
        xml.writeStartElement("author");
        element(xml, "name", row.source().isEmpty() ? "Vigie" : row.source());
        xml.writeEndElement();
        element(
                xml,
                "summary",
                "%s; dead: %s; place known: %s"
                        .formatted(
                                row.kind()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                                row.deaths().plain(),
                                row.precision().code()));
        xml.writeEndElement();
    }

    private static Instant updated(SharedRow row, Instant now) {
        return row.knownFrom() == null ? now : row.knownFrom();
    }

    private static void link(XMLStreamWriter xml, String relation, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", XmlText.allowed(address));
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.allowed(text));
        xml.writeEndElement();
    }
}
