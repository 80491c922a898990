package org.vigie.exchange.brief;

import java.awt.Color;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Draws our own SVG on a page of PDF: groups, paths and text, in the colours of the brief's style
/// sheet by class. Nothing else of SVG is understood, because our drawings hold nothing else; a
/// general library for it weighs four megabytes and asks the machine for its fonts.
final class SvgInk {

    private static final double FONT_UNITS = 12;

    /// How a class is drawn; null is not drawn.
    private record Ink(
            @Nullable Color fill, float opacity, @Nullable Color stroke, float width, float dash) {

        static Ink filled(int fill, double opacity) {
            return new Ink(new Color(fill), (float) opacity, null, 0, 0);
        }

        static Ink line(int stroke, double width) {
            return new Ink(null, 1, new Color(stroke), (float) width, 0);
        }

        Ink dashed(double dash) {
            return new Ink(fill, opacity, stroke, width, (float) dash);
        }

        Ink with(int line) {
            return new Ink(fill, opacity, new Color(line), 1, dash);
        }
    }

    /// The same as brief.css, by class.
    private static final Map<String, Ink> INKS =
            Map.ofEntries(
                    Map.entry("l0", Ink.filled(0xefede7, 1).with(0x999999)),
                    Map.entry("l1", Ink.line(0x999999, 0.7)),
                    Map.entry("lr", Ink.line(0x9dbbd0, 1.5)),
                    Map.entry("mf", Ink.filled(0x37566e, 0.55).with(0x37566e)),
                    Map.entry("mc", Ink.filled(0x1c1f23, 0.85).with(0xffffff)),
                    Map.entry("me", Ink.filled(0xcc79a7, 0.7).with(0x1c1f23)),
                    Map.entry("mm", Ink.filled(0x009e73, 0.75).with(0x1c1f23)),
                    Map.entry("mo", Ink.line(0x37566e, 2)),
                    Map.entry("ma", Ink.filled(0x37566e, 0.15).with(0x37566e).dashed(3)),
                    Map.entry("md", Ink.line(0x37566e, 4)),
                    Map.entry("ms", Ink.line(0x444444, 1)),
                    Map.entry("tl", Ink.filled(0x54748c, 1)),
                    Map.entry("tp", Ink.filled(0x54748c, 1)),
                    Map.entry("tb", Ink.filled(0xc9d6df, 1)),
                    Map.entry("ta", Ink.line(0xcccccc, 1)),
                    Map.entry("tm", Ink.line(0x444444, 1).dashed(4)));

    private final PDDocument pdf;
    private final PDPage page;
    private final PDFont font;

    SvgInk(PDDocument pdf, PDPage page, PDFont font) {
        this.pdf = pdf;
        this.page = page;
        this.font = font;
    }

    /// The four numbers of a drawing's view box.
    static double[] viewBox(Element drawing) {
        var parts = drawing.getAttribute("viewBox").split(" ", -1);
        var box = new double[4];
        for (int i = 0; i < 4; i++) {
            box[i] = Double.parseDouble(parts[i]);
        }
        return box;
    }

    /// A rectangle of the page, in points from its lower left corner.
    record Room(double left, double top, double width, double height) {}

    /// Draws it as large as the room lets it, in the middle.
    void draw(Element drawing, Room room) throws IOException {
        var box = viewBox(drawing);
        double scale = Math.min(room.width() / box[2], room.height() / box[3]);
        double left = room.left() + (room.width() - scale * box[2]) / 2;
        try (var ink = new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
            ink.transform(
                    new Matrix(
                            (float) scale, 0, 0, (float) -scale, (float) left, (float) room.top()));
            ink.beginMarkedContent(COSName.ARTIFACT);
            children(drawing, drawing.getAttribute("class"), ink);
            ink.endMarkedContent();
        }
    }

    private void children(Element parent, String style, PDPageContentStream ink)
            throws IOException {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                var own = element.getAttribute("class");
                var inherited = own.isEmpty() ? style : own;
                switch (element.getTagName()) {
                    case "g", "a" -> children(element, inherited, ink);
                    case "path" -> path(element, inherited, ink);
                    case "text" -> text(element, style, ink);
                    default -> {}
                }
            }
        }
    }

    private void path(Element element, String style, PDPageContentStream to) throws IOException {
        var ink = Optional.ofNullable(INKS.get(style)).orElse(INKS.get("ms"));
        if (ink == null || element.getAttribute("d").isEmpty()) {
            return;
        }
        to.saveGraphicsState();
        var state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(ink.opacity());
        to.setGraphicsStateParameters(state);
        new PathInk(to).trace(element.getAttribute("d"));
        if (ink.fill() != null) {
            to.setNonStrokingColor(ink.fill());
        }
        if (ink.stroke() != null) {
            to.setStrokingColor(ink.stroke());
            to.setLineWidth(ink.width());
            to.setLineCapStyle(style.equals("md") ? 1 : 0);
            to.setLineDashPattern(ink.dash() == 0 ? new float[0] : new float[] {ink.dash()}, 0);
        }
        if (ink.fill() != null && ink.stroke() != null) {
            to.fillAndStroke();
        } else if (ink.fill() != null) {
            to.fill();
        } else {
            to.stroke();
        }
        to.restoreGraphicsState();
    }

    /// Text at its place; the figures of an axis end there. Colours: names in ink, the rest quiet.
    private void text(Element element, String style, PDPageContentStream to) throws IOException {
        var own = element.getAttribute("class");
        var said = element.getTextContent();
        boolean ends = style.equals("ta") && !own.equals("tn");
        double width = font.getStringWidth(said) / 1000 * FONT_UNITS;
        double x = Double.parseDouble(element.getAttribute("x")) - (ends ? width : 0);
        double y = Double.parseDouble(element.getAttribute("y"));
        to.beginText();
        to.setNonStrokingColor(
                new Color(style.equals("mn") || own.equals("tn") ? 0x111111 : 0x444444));
        to.setFont(font, (float) FONT_UNITS);
        to.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) y));
        to.showText(said);
        to.endText();
    }
}
