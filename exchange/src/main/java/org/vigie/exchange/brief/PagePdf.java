package org.vigie.exchange.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.vigie.exchange.render.Html;
import org.vigie.record.Standpoint;

/// A page without drawings as PDF, in the looks of a brief: fonts inside, tagged for screen
/// readers, nothing fetched, the same bytes for the same page.
public final class PagePdf {

    private PagePdf() {}

    /// The bytes of the document.
    ///
    /// @param body well-formed
    /// @param at the moments that stand in the document as its date and its number
    public static byte[] of(String language, String title, Html body, Standpoint at)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        var builder =
                new PdfRendererBuilder()
                        .withW3cDocument(
                                BriefPdf.parsed(BriefDocument.onPaper(language, title, body)), "/")
                        .withProducer("Vigie")
                        .usePdfUaAccessibility(true)
                        .withDiagnosticConsumer(diagnostic -> {})
                        .useExternalResourceAccessControl(
                                (address, kind) -> false,
                                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                        .useFont(
                                () -> BriefPdf.font(BriefPdf.Weight.REGULAR),
                                BriefPdf.FAMILY,
                                400,
                                FontStyle.NORMAL,
                                true)
                        .useFont(
                                () -> BriefPdf.font(BriefPdf.Weight.BOLD),
                                BriefPdf.FAMILY,
                                700,
                                FontStyle.NORMAL,
                                true)
                        .toStream(bytes);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            var known = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            known.setTimeInMillis(at.known().toEpochMilli());
            var information = new PDDocumentInformation();
            information.setTitle(title);
            information.setProducer("Vigie");
            information.setCreationDate(known);
            information.setModificationDate(known);
            pdf.setDocumentInformation(information);
            pdf.setDocumentId(31 * at.known().toEpochMilli() + at.recorded().toEpochMilli());
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }
}
