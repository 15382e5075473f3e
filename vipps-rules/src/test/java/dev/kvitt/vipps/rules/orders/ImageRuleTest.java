package dev.kvitt.vipps.rules.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.FieldProblem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageRuleTest {

    @Test
    void png_and_jpeg_say_how_large_they_are() throws IOException {
        assertThat(ImageHeader.read(image("png", 200, 167)))
                .contains(new ImageHeader(ImageHeader.Format.PNG, 200, 167));
        assertThat(ImageHeader.read(image("jpg", 300, 500)))
                .contains(new ImageHeader(ImageHeader.Format.JPEG, 300, 500));
        assertThat(ImageHeader.read(image("gif", 200, 167))).isEmpty();
    }

    @Test
    void a_file_cut_off_anywhere_in_its_header_is_no_image() throws IOException {
        byte[] png = image("png", 200, 167);
        for (int length = 0; length < 24; length++) {
            assertThat(ImageHeader.read(Arrays.copyOf(png, length))).isEmpty();
        }
        byte[] jpeg = image("jpg", 300, 500);
        int shortest = 0;
        while (ImageHeader.read(Arrays.copyOf(jpeg, shortest)).isEmpty()) {
            shortest++;
        }
        assertThat(shortest).isBetween(20, jpeg.length);
    }

    @Test
    void a_jpeg_may_fill_up_before_its_markers() {
        byte[] filled = {
            (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xff, (byte) 0xc0, 0, 8, 8, 1, 0, 0, 50, 1,
        };
        assertThat(ImageHeader.read(filled)).contains(new ImageHeader(ImageHeader.Format.JPEG, 50, 256));
    }

    @Test
    void an_image_is_at_least_167_pixels_high() throws IOException {
        assertThat(problems(image("png", 10, 167))).isEmpty();
        assertThat(problems(image("png", 500, 166)))
                .containsExactly(new FieldProblem("src", "The height is at least 167 px."));
    }

    @Test
    void an_image_has_at_most_two_megabytes() throws IOException {
        byte[] image = image("png", 200, 200);

        assertThat(problems(Arrays.copyOf(image, 2 * 1024 * 1024))).isEmpty();
        assertThat(problems(Arrays.copyOf(image, 2 * 1024 * 1024 + 1)))
                .containsExactly(new FieldProblem("src", "The file size is at most 2 MB."));
    }

    @Test
    void id_type_and_file_are_required() {
        assertThat(ImageRule.judge(new ImageBody("a/b", "not base64!", "url")))
                .isInstanceOfSatisfying(ImageRule.Verdict.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::name)
                        .containsExactly("imageId", "type", "src"));
        assertThat(ImageRule.judge(new ImageBody("x".repeat(129), null, null)))
                .isInstanceOf(ImageRule.Verdict.Refused.class);
    }

    private static List<FieldProblem> problems(byte[] file) {
        String src = Base64.getEncoder().encodeToString(file);
        return switch (ImageRule.judge(new ImageBody("x".repeat(128), src, "base64"))) {
            case ImageRule.Verdict.Fine fine -> List.of();
            case ImageRule.Verdict.Refused(List<FieldProblem> problems) -> problems;
        };
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        return file.toByteArray();
    }
}
