package org.vigie.exchange.photographs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.vigie.geo.BadInput;

/// Whatever a telephone brings is a photograph that can be shown, or is refused with a sentence.
class PhotographFuzzTest {

    /// What is large is refused by its header, which [PhotographTest] holds; to decode it would
    /// keep a fuzzer from trying anything else.
    private static final int PIXELS_MAX = 250_000;

    @FuzzTest
    void a_file_is_a_photograph_that_can_be_shown_or_is_refused(byte[] bytes) throws IOException {
        var file = PictureFile.of(bytes);
        if (file.isPresent()
                && (long) file.get().width() * file.get().height() * file.get().scans()
                        > PIXELS_MAX) {
            return;
        }
        try {
            var photograph = Photograph.read("photograph 1", bytes);
            var attached = photograph.attached();
            assertTrue(attached.width() > 0 && attached.height() > 0);
            assertEquals(bytes.length, attached.bytes());
            assertTrue(ImageIO.read(new ByteArrayInputStream(photograph.preview())) != null);
            assertTrue(ImageIO.read(new ByteArrayInputStream(photograph.clear())) != null);
        } catch (BadInput refused) {
            assertFalse(refused.toString().isBlank());
            assertEquals("photograph 1", refused.field());
        }
    }

    @FuzzTest
    void what_a_camera_wrote_is_a_place_and_a_time_or_nothing(byte[] bytes) {
        var note = CameraNote.of(bytes);
        assertTrue(note.orientation() >= 1 && note.orientation() <= 8);
        var time = note.time();
        assertTrue(time == null || time.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}"), time);
    }
}
