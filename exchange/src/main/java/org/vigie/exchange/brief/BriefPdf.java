package org.vigie.exchange.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.vigie.exchange.words.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A brief as PDF: the same page, printed. The fonts are inside, so that every letter prints
/// everywhere; map and chart are drawn as lines, not as pictures.
///
/// The same brief gives the same bytes: the document's date is what was known, not what a clock
/// says, and its id is made from the two clocks. It is tagged for screen readers, which also keeps
/// the machine's own fonts out.
///
/// Limits: drawings are those of [org.vigie.exchange.render.SvgMap] and
/// [org.vigie.exchange.render.SvgTimeline]; see [SvgInk]. Cost: about a second, most of it for
/// opening the fonts.
public final class BriefPdf {

    static final String FAMILY = "DejaVu Sans Condensed";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    /// Half of the width of A4 between the margins, less the gutter, in points.
    private static final double COLUMN_POINTS = 256;

    static {
        // It says on the error stream how long each step took; what it has to say of the page comes
        // as diagnostics.
        XRLog.setLoggingEnabled(false);
    }

    /// The tallest drawing, tried in this order until all of it is on one page. A brief that is too
    /// long with the smallest (many competing figures, long sources) goes on to a second page:
    /// nothing is left out for the sake of the page.
    private static final double[] TALLEST_POINTS = {195, 150, 110};

    private BriefPdf() {}

    /// The bytes of the document.
    public static byte[] of(Handout handout, Edition edition) throws IOException {
        var page = BriefDocument.paper(handout, edition);
        var printed = new Printed(0, new byte[0]);
        for (double tallest : TALLEST_POINTS) {
            printed = print(page, tallest, handout, edition);
            if (printed.pages() == 1) {
                break;
            }
        }
        return printed.bytes();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Printed(int pages, byte[] bytes) {}

    private static Printed print(String page, double tallest, Handout handout, Edition edition)
            throws IOException {
        var document = parsed(page);
        var drawings = takeDrawings(document, tallest);
        var bytes = new ByteArrayOutputStream();
        var builder =
                new PdfRendererBuilder()
                        .withW3cDocument(document, "/")
                        .withProducer("Vigie")
                        .usePdfUaAccessibility(true)
                        .withDiagnosticConsumer(diagnostic -> {})
                        .useExternalResourceAccessControl(
                                (address, kind) -> false,
                                com.openhtmltopdf.outputdevice.helper
                                        .ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                        .useFont(() -> font(Weight.REGULAR), FAMILY, 400, FontStyle.NORMAL, true)
                        .useFont(() -> font(Weight.BOLD), FAMILY, 700, FontStyle.NORMAL, true)
                        .toStream(bytes);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            draw(renderer, drawings);
            var pdf = renderer.getPdfDocument();
            pdf.setDocumentInformation(information(handout, edition));
            pdf.setDocumentId(
                    31 * handout.asked().standpoint().known().toEpochMilli()
                            + handout.asked().standpoint().recorded().toEpochMilli());
            pdf.save(bytes);
            return new Printed(pdf.getNumberOfPages(), bytes.toByteArray());
        }
    }

    enum Weight {
        REGULAR("DejaVuSansCondensed.ttf"),
        BOLD("DejaVuSansCondensed-Bold.ttf");

        private final String file;

        Weight(String file) {
            this.file = file;
        }
    }

    static InputStream font(Weight weight) {
        var font = BriefPdf.class.getResourceAsStream(FONTS + weight.file);
        if (font == null) {
            throw new IllegalStateException("the font is missing from the jar: " + weight.file);
        }
        return font;
    }

    static Document parsed(String page) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("our own page is no XML", e);
        }
    }

    /// Takes the drawings out of the page and leaves room for them.
    private static List<Element> takeDrawings(Document document, double tallest) {
        var found = document.getElementsByTagName("svg");
        var drawings = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            drawings.add((Element) found.item(i));
        }
        for (int i = 0; i < drawings.size(); i++) {
            var drawing = drawings.get(i);
            var box = SvgInk.viewBox(drawing);
            var room = document.createElement("div");
            room.setAttribute("id", id(i));
            room.setIdAttribute("id", true);
            room.setAttribute(
                    "style",
                    String.format(
                            Locale.ROOT,
                            "display:block;height:%.2fpt",
                            Math.min(tallest, COLUMN_POINTS * box[3] / box[2])));
            drawing.getParentNode().replaceChild(room, drawing);
        }
        return drawings;
    }

    private static String id(int drawing) {
        return "drawing-" + drawing;
    }

    private static void draw(PdfBoxRenderer renderer, List<Element> drawings) throws IOException {
        var pdf = renderer.getPdfDocument();
        try (var font = font(Weight.REGULAR)) {
            var letters = org.apache.pdfbox.pdmodel.font.PDType0Font.load(pdf, font, true);
            for (var place : renderer.findPagePositionsByID(Pattern.compile("drawing-\\d+"))) {
                int i = Integer.parseInt(place.getId().substring("drawing-".length()));
                var page = pdf.getPage(place.getPageNo());
                new SvgInk(pdf, page, letters)
                        .draw(
                                drawings.get(i),
                                new SvgInk.Room(
                                        place.getX(),
                                        place.getY() + place.getHeight(),
                                        place.getWidth(),
                                        place.getHeight()));
            }
        }
    }

    private static PDDocumentInformation information(Handout handout, Edition edition) {
        Words words = edition.words();
        var known = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        known.setTimeInMillis(handout.asked().standpoint().known().toEpochMilli());
        var information = new PDDocumentInformation();
        information.setTitle(
                edition.exercise()
                        ? words.say("exercise") + ": " + BriefPage.title(handout, edition)
                        : BriefPage.title(handout, edition));
        information.setProducer("Vigie");
        information.setCreationDate(known);
        information.setModificationDate(known);
        return information;
    }
}
