package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vigie.share.SharedRow;

/// KML 2.2: one placemark a row, with its time and all its columns. Rows without a point are there
/// without a place.
final class KmlOut {

    private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

    private KmlOut() {}

    static void write(Prepared prepared, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("Document");
            boolean exercise = prepared.question().exercise();
            element(xml, "name", exercise ? "EXERCISE: incidents" : "incidents");
            for (var row : prepared.release().rows()) {
                placemark(xml, row, exercise);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write KML: " + e.getMessage(), e);
        }
    }

    private static void placemark(XMLStreamWriter xml, SharedRow row, boolean exercise)
            throws XMLStreamException {
        xml.writeStartElement("Placemark");
        var name = row.site().name() + " " + row.period();
        element(xml, "name", exercise ? "EXERCISE " + name : name);
        if (row.firstDay() != null && row.lastDay() != null) {
            xml.writeStartElement("TimeSpan");
            element(xml, "begin", row.firstDay().toString());
            element(xml, "end", row.lastDay().toString());
            xml.writeEndElement();
        }
        xml.writeStartElement("ExtendedData");
        for (var column : Column.ALL) {
            var value = column.value().apply(row);
            if (value != null) {
                xml.writeStartElement("Data");
                xml.writeAttribute("name", column.name());
                element(xml, "value", value.toString());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        var position = row.findPosition();
        if (position.isPresent()) {
            xml.writeStartElement("Point");
            element(
                    xml,
                    "coordinates",
                    position.get().longitude() + "," + position.get().latitude());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.allowed(text));
        xml.writeEndElement();
    }
}
