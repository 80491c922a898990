package org.vigie.exchange.papers;

import java.io.IOException;
import org.vigie.exchange.brief.PagePdf;
import org.vigie.exchange.render.Html;
import org.vigie.record.Standpoint;

/// A paper as PDF, on as many pages as it takes. The same paper gives the same bytes.
public final class PaperPdf {

    private PaperPdf() {}

    /// The bytes of the document.
    public static byte[] of(PaperSheet sheet, Standpoint at) throws IOException {
        return PagePdf.of(
                sheet.language(), sheet.title(), PaperHtml.body(sheet, chapter -> Html.EMPTY), at);
    }
}
