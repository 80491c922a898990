package org.vigie.exchange.photographs;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// What is read of what a camera wrote into a photograph: where, when, and how it was held. The
/// names of its owner, its serial number, what it is, its own notes and whatever else stands there
/// are passed over. What cannot be read is not known: it must not cost a photograph.
///
/// @param position null when it does not say
/// @param time by the camera's clock, without a zone: `2026-03-15T05:10:22`; null when it does not
///   say
/// @param orientation how it is to be turned, from 1 (not at all) to 8, as EXIF counts
record CameraNote(@Nullable Position position, @Nullable String time, int orientation) {

    private static final CameraNote NOTHING = new CameraNote(null, null, 1);

    private static final DateTimeFormatter EXIF =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// The pattern alone would take a year before our era.
    private static final Pattern DIGITS = Pattern.compile("\\d{4}:[\\d: ]{14}");

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final int TURNS = 8;

    /// Sixth decimals of a degree are decimetres: no receiver of a telephone knows more.
    private static final double DECIMALS = 1e6;

    /// @param exif a TIFF; may be empty, or anything
    static CameraNote of(byte[] exif) {
        if (exif.length == 0) {
            return NOTHING;
        }
        var metadata = new Metadata();
        try {
            new TiffReader().processTiff(new ByteArrayReader(exif), new PlainTags(metadata), 0);
        } catch (TiffProcessingException | IOException | RuntimeException unreadable) {
            // What was read before the fault stands; the library has more kinds of fault than it
            // names.
        }
        return new CameraNote(position(metadata), time(metadata), orientation(metadata));
    }

    /// Numbers and texts of EXIF alone: no maker's notes, XMP, ICC or other formats within.
    private static final class PlainTags extends ExifTiffHandler {

        PlainTags(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean customProcessTag(
                int tagOffset,
                Set<Integer> processedIfdOffsets,
                int tiffHeaderOffset,
                RandomAccessReader reader,
                int tagId,
                int byteCount) {
            return false;
        }
    }

    private static @Nullable Position position(Metadata metadata) {
        var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation there = gps == null ? null : gps.getGeoLocation();
        if (there == null || there.isZero()) {
            return null;
        }
        try {
            return new Position(rounded(there.getLatitude()), rounded(there.getLongitude()));
        } catch (BadInput outside) {
            return null;
        }
    }

    private static double rounded(double degrees) {
        return Double.isFinite(degrees) ? Math.rint(degrees * DECIMALS) / DECIMALS : degrees;
    }

    private static @Nullable String time(Metadata metadata) {
        var sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var taken = time(sub, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        return taken == null ? time(main, ExifIFD0Directory.TAG_DATETIME) : taken;
    }

    private static @Nullable String time(@Nullable Directory directory, int tag) {
        var text = directory == null ? null : directory.getString(tag);
        if (text == null || !DIGITS.matcher(text.strip()).matches()) {
            return null;
        }
        try {
            return ISO.format(LocalDateTime.parse(text.strip(), EXIF));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static int orientation(Metadata metadata) {
        var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var turned = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return turned == null || turned < 1 || turned > TURNS ? 1 : turned;
    }
}
