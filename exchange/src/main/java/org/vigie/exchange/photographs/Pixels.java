package org.vigie.exchange.photographs;

import java.awt.image.BufferedImage;

/// The points of a picture, without anything else: what is made of a photograph to be shown is made
/// of them alone.
///
/// @param rgb row by row, red, green and blue in the lowest 24 bits
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pixels(int width, int height, int[] rgb) {

    private static final int WHITE = 255;

    /// Made smaller until no side is longer, each point the mean of those that it stands for; a
    /// picture that is smaller stays as it is. What shines through is seen on white.
    static Pixels of(BufferedImage image, int sideMax) {
        int wide = image.getWidth();
        int high = image.getHeight();
        double scale = Math.min(1, sideMax / (double) Math.max(wide, high));
        int width = Math.max(1, (int) Math.round(wide * scale));
        int height = Math.max(1, (int) Math.round(high * scale));
        var rgb = new int[width * height];
        var row = new int[wide];
        for (int y = 0; y < height; y++) {
            int from = (int) ((long) y * high / height);
            int to = Math.max(from + 1, (int) ((long) (y + 1) * high / height));
            var sums = new long[width][4];
            for (int line = from; line < to; line++) {
                image.getRGB(0, line, wide, 1, row, 0, wide);
                add(row, sums);
            }
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = mean(sums[x]);
            }
        }
        return new Pixels(width, height, rgb);
    }

    private static void add(int[] row, long[][] sums) {
        int width = sums.length;
        for (int x = 0; x < width; x++) {
            int from = (int) ((long) x * row.length / width);
            int to = Math.max(from + 1, (int) ((long) (x + 1) * row.length / width));
            for (int at = from; at < to; at++) {
                int alpha = row[at] >>> 24;
                sums[x][0] += onWhite(row[at] >> 16 & WHITE, alpha);
                sums[x][1] += onWhite(row[at] >> 8 & WHITE, alpha);
                sums[x][2] += onWhite(row[at] & WHITE, alpha);
                sums[x][3]++;
            }
        }
    }

    private static int onWhite(int colour, int alpha) {
        return (colour * alpha + WHITE * (WHITE - alpha)) / WHITE;
    }

    private static int mean(long[] sums) {
        return (int) (sums[0] / sums[3]) << 16
                | (int) (sums[1] / sums[3]) << 8
                | (int) (sums[2] / sums[3]);
    }

    /// Turned as EXIF says that it is to be looked at.
    ///
    /// @param orientation from 1 to 8
    Pixels turned(int orientation) {
        boolean lies = orientation >= 5;
        int wide = lies ? height : width;
        int high = lies ? width : height;
        var turned = new int[rgb.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                turned[y * wide + x] = rgb[from(orientation, x, y)];
            }
        }
        return new Pixels(wide, high, turned);
    }

    /// Where the point comes from that stands at this place once it is turned.
    private int from(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }

    /// Made larger until the longer side has this length, each point between its neighbours.
    Pixels enlarged(int side) {
        double scale = side / (double) Math.max(width, height);
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        var large = new int[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                large[y * wide + x] = between((x + 0.5) / scale - 0.5, (y + 0.5) / scale - 0.5);
            }
        }
        return new Pixels(wide, high, large);
    }

    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double upper =
                    part(left, top, shift) * (1 - right) + part(left + 1, top, shift) * right;
            double lower =
                    part(left, top + 1, shift) * (1 - right)
                            + part(left + 1, top + 1, shift) * right;
            colour |= (int) Math.round(upper * (1 - below) + lower * below) << shift;
        }
        return colour;
    }

    private int part(int x, int y, int shift) {
        int column = Math.clamp(x, 0, width - 1);
        int line = Math.clamp(y, 0, height - 1);
        return rgb[line * width + column] >> shift & WHITE;
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }
}
