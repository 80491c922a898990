package org.vigie.exchange.openrosa;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a form as telephones read it: a page of XHTML with a model (texts by language, an empty
/// instance, a binding for each question) and a body.
///
/// A telephone adds two things by itself: the id of what was filled in, and when it was finished.
/// It is asked for nothing else of itself or of its owner.
///
/// Source: getodk.github.io/xforms-spec, and the forms that pyxform writes.
final class XForm {

    static final String XFORMS = "http://www.w3.org/2002/xforms";
    static final String XHTML = "http://www.w3.org/1999/xhtml";
    static final String JAVAROSA = "http://openrosa.org/javarosa";
    static final String OPENROSA = "http://openrosa.org/xforms";

    /// Longer side to which a telephone makes a photograph smaller before it sends it, in pixels:
    /// enough to see what happened, and a tenth of the traffic.
    static final int IMAGE_PIXELS_MAX = 1_600;

    /// Longest text that may be written into a field: what a report holds.
    static final int TEXT_MAX = org.vigie.exchange.lanes.Message.TEXT_MAX;

    private static final String ROOT = "/data/";

    private final XMLStreamWriter xml;
    private final XlsForm form;

    private XForm(XMLStreamWriter xml, XlsForm form) {
        this.xml = xml;
        this.form = form;
    }

    /// The same form gives the same bytes, in UTF-8.
    static byte[] write(XlsForm form) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new XForm(xml, form).page();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a form in memory is written whole", e);
        }
        return bytes.toByteArray();
    }

    /// Whether XML 1.0 has a way to write this letter.
    static boolean canStandInXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || (letter >= 0x10000 && letter <= 0x10FFFF);
    }

    private void page() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("h", "html", XHTML);
        xml.writeDefaultNamespace(XFORMS);
        xml.writeNamespace("h", XHTML);
        xml.writeNamespace("jr", JAVAROSA);
        xml.writeNamespace("orx", OPENROSA);
        xml.writeStartElement("h", "head", XHTML);
        xml.writeStartElement("h", "title", XHTML);
        xml.writeCharacters(form.title());
        xml.writeEndElement();
        model();
        xml.writeEndElement();
        xml.writeStartElement("h", "body", XHTML);
        for (var question : form.questions()) {
            body(question);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void model() throws XMLStreamException {
        xml.writeStartElement("model");
        xml.writeStartElement("itext");
        for (var language : form.languages()) {
            xml.writeStartElement("translation");
            xml.writeAttribute("lang", language.isEmpty() ? "default" : language);
            if (language.equals(form.languages().getFirst())) {
                xml.writeAttribute("default", "true()");
            }
            for (var question : form.questions()) {
                texts(question, language);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        instance();
        for (var question : form.questions()) {
            bind(question);
        }
        preload("instanceID", "string", "uid", "");
        preload("timeEnd", "dateTime", "timestamp", "end");
        xml.writeEndElement();
    }

    private void texts(XlsForm.Question question, String language) throws XMLStreamException {
        text(label(question.name()), language, question.label());
        if (!question.hint().isEmpty()) {
            text(hint(question.name()), language, question.hint());
        }
        for (var choice : question.choices()) {
            text(label(question.name() + "/" + choice.name()), language, choice.label());
        }
    }

    private void text(String id, String language, Map<String, String> texts)
            throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("id", id);
        xml.writeStartElement("value");
        xml.writeCharacters(texts.getOrDefault(language, ""));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void instance() throws XMLStreamException {
        xml.writeStartElement("instance");
        xml.writeStartElement("data");
        xml.writeAttribute("id", form.id());
        xml.writeAttribute("version", form.version());
        for (var question : form.questions()) {
            xml.writeEmptyElement(question.name());
        }
        xml.writeStartElement("meta");
        xml.writeEmptyElement("instanceID");
        xml.writeEmptyElement("timeEnd");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void bind(XlsForm.Question question) throws XMLStreamException {
        xml.writeEmptyElement("bind");
        xml.writeAttribute("nodeset", ROOT + question.name());
        xml.writeAttribute("type", question.type().binding());
        if (question.required()) {
            xml.writeAttribute("required", "true()");
        }
        if (question.type() == XlsForm.Type.NOTE) {
            xml.writeAttribute("readonly", "true()");
        }
        if (question.type() == XlsForm.Type.IMAGE) {
            xml.writeAttribute("orx", OPENROSA, "max-pixels", "" + IMAGE_PIXELS_MAX);
        }
        if (question.type() == XlsForm.Type.TEXT) {
            // A form that is finished in the field cannot be shortened when it is sent.
            xml.writeAttribute("constraint", "string-length(.) <= " + TEXT_MAX);
            xml.writeAttribute("jr", JAVAROSA, "constraintMsg", "≤ " + TEXT_MAX);
        }
    }

    private void preload(String name, String type, String what, String when)
            throws XMLStreamException {
        xml.writeEmptyElement("bind");
        xml.writeAttribute("nodeset", ROOT + "meta/" + name);
        xml.writeAttribute("type", type);
        xml.writeAttribute("readonly", "true()");
        xml.writeAttribute("jr", JAVAROSA, "preload", what);
        if (!when.isEmpty()) {
            xml.writeAttribute("jr", JAVAROSA, "preloadParams", when);
        }
    }

    private void body(XlsForm.Question question) throws XMLStreamException {
        xml.writeStartElement(
                switch (question.type()) {
                    case SELECT_ONE -> "select1";
                    case IMAGE -> "upload";
                    case TEXT, NOTE, INTEGER, DATE, DATE_TIME, GEOPOINT -> "input";
                });
        xml.writeAttribute("ref", ROOT + question.name());
        if (question.type() == XlsForm.Type.IMAGE) {
            xml.writeAttribute("mediatype", "image/*");
        }
        said("label", label(question.name()));
        if (!question.hint().isEmpty()) {
            said("hint", hint(question.name()));
        }
        for (var choice : question.choices()) {
            xml.writeStartElement("item");
            said("label", label(question.name() + "/" + choice.name()));
            xml.writeStartElement("value");
            xml.writeCharacters(choice.name());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void said(String what, String id) throws XMLStreamException {
        xml.writeEmptyElement(what);
        xml.writeAttribute("ref", "jr:itext('" + id + "')");
    }

    private static String label(String path) {
        return ROOT + path + ":label";
    }

    private static String hint(String path) {
        return ROOT + path + ":hint";
    }
}
