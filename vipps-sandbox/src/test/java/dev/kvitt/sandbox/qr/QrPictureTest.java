package dev.kvitt.sandbox.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.sandbox.Picture;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {

    /** A landing page of the longest reference there can be. */
    private static final String LONGEST =
            "https://sandbox.example.com/landing?token=1234567." + "r".repeat(64) + "." + "s".repeat(16);

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 137, 800, 1024, 1999, 2000})
    void a_png_has_the_asked_size_and_can_be_read(int size) {
        for (String content : new String[] {"x", "https://sandbox.example.com/check-in/abc", LONGEST}) {
            BufferedImage image = Picture.png(QrPicture.of(content).png(size));

            assertThat(image.getWidth()).isEqualTo(size);
            assertThat(image.getHeight()).isEqualTo(size);
            assertThat(Picture.read(image)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 333, 2000})
    void an_svg_can_be_read_at_any_size(int size) {
        byte[] svg = QrPicture.of(LONGEST).svg().getBytes(StandardCharsets.UTF_8);

        assertThat(Picture.read(Picture.svg(svg, size))).isEqualTo(LONGEST);
    }

    /** Of a thousand, a reader that looks from one side misses some: no code may depend on luck. -Dgenerated.codes=1000 */
    @Test
    void whatever_a_code_says_it_can_be_read() {
        Random random = new Random(7);
        for (int i = 0; i < Integer.getInteger("generated.codes", 200); i++) {
            String content = "https://sandbox.example.com/check-in/" + new UUID(random.nextLong(), random.nextLong());

            assertThat(Picture.read(Picture.png(QrPicture.of(content).png(333))))
                    .isEqualTo(content);
        }
    }

    @Test
    void what_no_code_can_hold_is_an_error_that_says_so() {
        assertThatThrownBy(() -> QrPicture.of("x".repeat(3000))).hasMessageContaining("sandbox.public-url");
    }
}
