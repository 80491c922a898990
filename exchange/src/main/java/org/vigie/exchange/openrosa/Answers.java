package org.vigie.exchange.openrosa;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What a server says to ODK Collect.
///
/// Source: docs.getodk.org/openrosa-form-list and openrosa-form-submission.
public final class Answers {

    private static final String LIST = "http://openrosa.org/xforms/xformsList";
    private static final String RESPONSE = "http://openrosa.org/http/response";

    private Answers() {}

    /// The list of forms, which has one.
    ///
    /// @param address from which the form is fetched, whole
    public static byte[] list(WarningForm form, String address) {
        return written(xml -> {
            xml.writeStartElement("xforms");
            xml.writeDefaultNamespace(LIST);
            xml.writeStartElement("xform");
            element(xml, "formID", form.form().id());
            element(xml, "name", form.form().title());
            element(xml, "version", form.form().version());
            element(xml, "hash", form.hash());
            element(xml, "downloadUrl", address);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    /// A sentence that the telephone shows.
    ///
    /// @param taken whether the form was taken and need not be kept
    public static byte[] sentence(boolean taken, String sentence) {
        return written(xml -> {
            xml.writeStartElement("OpenRosaResponse");
            xml.writeDefaultNamespace(RESPONSE);
            xml.writeStartElement("message");
            xml.writeAttribute("nature", taken ? "submit_success" : "submit_error");
            xml.writeCharacters(sentence);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private interface Part {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] written(Part part) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            part.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer in memory is written whole", e);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
