package org.vigie.roads;

import java.io.InputStream;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Looks over the nodes of an extract in XML: one that lies nowhere on earth would bend every road
/// through it.
///
/// Cost: one pass over the file.
final class OsmNodes {

    private static final double LATITUDE_MAX = 90;
    private static final double LONGITUDE_MAX = 180;

    private OsmNodes() {}

    /// The first node that is nowhere, with its line, as a sentence; null when there is none.
    ///
    /// @throws XMLStreamException when it is no XML to its end
    static @Nullable String problem(InputStream in) throws XMLStreamException {
        try {
            return firstProblem(in);
        } catch (MissingResourceException noSentence) {
            // The parser of the JDK has no words for some of the faults that it finds.
            throw new XMLStreamException("it is no XML", noSentence);
        }
    }

    private static @Nullable String firstProblem(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("node")) {
                var problem = wrong(xml, "lat", LATITUDE_MAX) + wrong(xml, "lon", LONGITUDE_MAX);
                if (!problem.isEmpty()) {
                    return "line "
                            + xml.getLocation().getLineNumber()
                            + ": node "
                            + xml.getAttributeValue(null, "id")
                            + " has"
                            + problem;
                }
            }
        }
        return null;
    }

    private static String wrong(XMLStreamReader xml, String name, double most) {
        var text = xml.getAttributeValue(null, name);
        if (text == null) {
            return "";
        }
        try {
            if (Math.abs(Double.parseDouble(text)) <= most) {
                return "";
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        return " "
                + name
                + "=\""
                + text
                + "\", which is not within "
                + Math.round(most)
                + " degrees";
    }
}
