package dev.kvitt.vipps.client.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest extends VippsTest {
    private static final ImageId ID = new ImageId("socks_orange-1.png");

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void an_image_is_posted_as_it_is(String format) {
        byte[] file = image(format, 167);
        vipps.answer(Reply.json(200, "{\"imageId\":\"socks_orange-1.png\",\"new\":1}"));

        assertThat(api.images().add(ID, ImageFile.of(file))).isEqualTo(new Outcome.Done<>(ID));
        Received request = vipps.onlyCall();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/order-management/v1/images");
        assertThat(request.body())
                .isEqualTo("{\"imageId\":\"socks_orange-1.png\",\"src\":\"%s\",\"type\":\"base64\"}"
                        .formatted(Base64.getEncoder().encodeToString(file)));
    }

    @Test
    void an_answer_about_another_image_is_unknown() {
        vipps.answer(Reply.json(200, "{\"imageId\":\"socks\"}"));

        assertThat(api.images().add(ID, ImageFile.of(image("png", 200)))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void an_image_is_high_enough_and_small_enough() {
        byte[] low = image("png", 166);
        byte[] high = image("png", 167);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFile.of(low))
                .withMessageContaining("167 pixels high, not 166");
        assertThat(ImageFile.of(Arrays.copyOf(high, ImageFile.MAX_BYTES)).bytes())
                .hasSize(2_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFile.of(Arrays.copyOf(high, ImageFile.MAX_BYTES + 1)))
                .withMessageContaining("2000000 bytes");
    }

    @Test
    void what_is_no_png_or_jpeg_is_refused() {
        byte[] text = "not an image".getBytes(StandardCharsets.US_ASCII);
        byte[] start = Arrays.copyOf(image("png", 200), 18);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFile.of(text))
                .withMessageContaining("neither");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFile.of(image("gif", 200)))
                .withMessageContaining("neither");
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFile.of(start));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFile.of(new byte[0]));
    }

    @Test
    void a_file_changed_afterwards_changes_no_image() {
        byte[] file = image("png", 200);
        ImageFile image = ImageFile.of(file);
        byte before = file[50];
        file[50]++;
        image.bytes()[50]++;

        assertThat(image.bytes()[50]).isEqualTo(before);
        assertThat(image).hasToString("ImageFile[" + file.length + " bytes]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "å", "a/b"})
    void an_id_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageId(text));
    }

    @Test
    void an_id_has_128_characters_at_most() {
        assertThat(new ImageId("i".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageId("i".repeat(129)));
    }

    private static byte[] image(String format, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(new BufferedImage(167, height, BufferedImage.TYPE_INT_RGB), format, file))
                    .isTrue();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
