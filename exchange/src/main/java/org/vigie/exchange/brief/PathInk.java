package org.vigie.exchange.brief;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// Traces the `d` of one of our SVG paths: `M l h v z`, and `a` as the half circles of a disc,
/// which is how our drawings use it.
final class PathInk {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]|-?[0-9.]+");

    /// How far the handles of a Bézier curve stand out for a quarter of a circle.
    private static final float QUARTER = 0.5523f;

    private final PDPageContentStream to;
    private float x;
    private float y;
    private float startX;
    private float startY;

    PathInk(PDPageContentStream to) {
        this.to = to;
    }

    void trace(String path) throws IOException {
        var words = WORD.matcher(path);
        char command = ' ';
        while (words.find()) {
            char first = words.group().charAt(0);
            if (Character.isLetter(first)) {
                command = first;
                if (command == 'z') {
                    to.closePath();
                    x = startX;
                    y = startY;
                    continue;
                }
                words.find();
            }
            step(command, Float.parseFloat(words.group()), words);
        }
    }

    private void step(char command, float first, Matcher words) throws IOException {
        switch (command) {
            case 'M' -> {
                x = first;
                y = next(words);
                startX = x;
                startY = y;
                to.moveTo(x, y);
            }
            case 'l' -> line(first, next(words));
            case 'h' -> line(first, 0);
            case 'v' -> line(0, first);
            case 'a' -> halfCircle(first, words);
            default -> throw new IllegalStateException("no stroke for " + command);
        }
    }

    private void line(float dx, float dy) throws IOException {
        x += dx;
        y += dy;
        to.lineTo(x, y);
    }

    private void halfCircle(float radius, Matcher words) throws IOException {
        for (int flag = 0; flag < 4; flag++) {
            next(words);
        }
        float dx = next(words);
        next(words);
        float side = Math.signum(dx);
        float out = side * radius;
        float handle = QUARTER * radius;
        float middle = x + out;
        float over = y + out;
        to.curveTo(x, y + side * handle, middle - side * handle, over, middle, over);
        to.curveTo(middle + side * handle, over, x + dx, y + side * handle, x + dx, y);
        x += dx;
    }

    private static float next(Matcher words) {
        if (!words.find()) {
            throw new IllegalStateException("a path ends too early");
        }
        return Float.parseFloat(words.group());
    }
}
