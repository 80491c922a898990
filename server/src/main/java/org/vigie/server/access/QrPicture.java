package org.vigie.server.access;

import io.nayuki.qrcodegen.QrCode;
import org.vigie.exchange.render.Html;

/// A QR code as a picture in the page itself: nothing is fetched for it, and no script draws it.
public final class QrPicture {

    /// The white edge that a reader needs, in squares.
    private static final int EDGE = 4;

    private QrPicture() {}

    /// The picture.
    ///
    /// @param named what a reader of the page says instead
    public static Html of(String text, String named) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + EDGE)
                            .append(' ')
                            .append(y + EDGE)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * EDGE;
        return Html.of(
                "<svg role=\"img\" aria-label=\"{}\" width=\"240\" height=\"240\" viewBox=\"0 0 {} {}\"><path"
                        + " fill=\"#fff\" d=\"M0 0h{}v{}H0z\"/><path fill=\"#000\" d=\"{}\"/></svg>",
                named,
                side,
                side,
                side,
                side,
                path.toString());
    }
}
