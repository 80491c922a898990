package org.vigie.exchange.openrosa;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vigie.geo.BadInput;

/// What a telephone sends: a form that somebody filled in.
///
/// Only the answers to questions that are asked for by name are read, and of what the telephone
/// adds only the id and when the form was finished. Its number, its name, its account, its SIM card
/// and the log of how it was filled in are passed over, wherever they stand.
///
/// @param form id of the form
/// @param version of the form; empty where it has none
/// @param instance by which the telephone knows it, and by which it counts once
/// @param finishedAt when it was finished, by the telephone's clock; empty where it does not say
/// @param answers by question; a question that was left open has none
public record Submission(
        String form,
        String version,
        String instance,
        String finishedAt,
        Map<String, String> answers) {

    /// Deepest element: a form without groups has three floors.
    private static final int DEPTH_MAX = 12;

    private static final int ELEMENTS_MAX = 1_000;

    /// Longest answer, in letters: twice what a report holds.
    private static final int ANSWER_MAX = 2 * XForm.TEXT_MAX;

    private static final int INSTANCE_MAX = 200;
    private static final String INSTANCE = "instanceID";
    private static final String FINISHED = "timeEnd";

    private static final XMLInputFactory XML = xml();

    public Submission {
        answers = Map.copyOf(answers);
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Reads a form that was filled in.
    ///
    /// @param questions whose answers are read; no other is
    /// @throws BadInput when it is none, or has no id
    public static Submission read(byte[] instance, Set<String> questions) {
        try {
            var xml = XML.createXMLStreamReader(new ByteArrayInputStream(instance));
            try {
                return new Reading(xml, questions).all();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | MissingResourceException e) {
            // The JDK's reader has no sentence for some faults of a DOCTYPE, and says so.
            throw new BadInput("form", null, "whole, as ODK Collect writes it", e);
        }
    }

    /// One pass over the elements.
    private static final class Reading {

        private final XMLStreamReader xml;
        private final Set<String> questions;
        private final Map<String, String> answers = new TreeMap<>();
        private final Map<String, String> meta = new TreeMap<>();
        private int elements;

        Reading(XMLStreamReader xml, Set<String> questions) {
            this.xml = xml;
            this.questions = questions;
        }

        Submission all() throws XMLStreamException {
            next();
            var form = attribute("id");
            var version = attribute("version");
            while (next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("meta")) {
                    while (next() == XMLStreamConstants.START_ELEMENT) {
                        take(Set.of(INSTANCE, FINISHED), meta);
                    }
                } else {
                    take(questions, answers);
                }
            }
            toTheEnd();
            var instance = meta.getOrDefault(INSTANCE, "");
            if (instance.isEmpty() || instance.length() > INSTANCE_MAX) {
                throw new BadInput(
                        INSTANCE,
                        instance.isEmpty() ? null : instance,
                        "the id of the filled-in form, of at most " + INSTANCE_MAX + " letters");
            }
            return new Submission(
                    form, version, instance, meta.getOrDefault(FINISHED, ""), answers);
        }

        private String attribute(String name) {
            var value = xml.getAttributeValue(null, name);
            return value == null ? "" : value.strip();
        }

        /// The next start or end of an element.
        private int next() throws XMLStreamException {
            while (true) {
                int event = xml.next();
                refuseEntities(event);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    count();
                    return event;
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    return event;
                }
            }
        }

        /// What comes after the form is read too, so that one that is cut off is not taken.
        private void toTheEnd() throws XMLStreamException {
            while (xml.hasNext()) {
                refuseEntities(xml.next());
            }
        }

        private void count() {
            elements++;
            if (elements > ELEMENTS_MAX) {
                throw new BadInput("form", null, "of at most " + ELEMENTS_MAX + " elements");
            }
        }

        private static void refuseEntities(int event) {
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BadInput("form", null, "without a DOCTYPE and without entities");
            }
        }

        /// Reads an element to its end; its text is kept when it is one of those that are asked
        /// for, and what stands in elements within it never.
        private void take(Set<String> wanted, Map<String, String> into) throws XMLStreamException {
            var name = xml.getLocalName();
            var text = new StringBuilder();
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                refuseEntities(event);
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        count();
                        depth++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (depth == 1 && wanted.contains(name)) {
                            append(text, name);
                        }
                    }
                    default -> {}
                }
                if (depth > DEPTH_MAX) {
                    throw new BadInput("form", null, "of at most " + DEPTH_MAX + " floors");
                }
            }
            var answer = text.toString().strip();
            if (wanted.contains(name) && into.putIfAbsent(name, answer) != null) {
                throw new BadInput(name, null, "answered once");
            }
        }

        private void append(StringBuilder text, String name) {
            if (text.length() + xml.getTextLength() > ANSWER_MAX) {
                throw new BadInput(name, null, "at most " + ANSWER_MAX + " letters");
            }
            text.append(xml.getText());
        }
    }
}
