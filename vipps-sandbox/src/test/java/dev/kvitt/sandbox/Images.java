package dev.kvitt.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Image files as merchants post them. */
final class Images {

    private Images() {}

    static byte[] file(String format, int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        } catch (IOException e) {
            throw new AssertionError("memory cannot fail", e);
        }
        return file.toByteArray();
    }

    /** What is behind the end of a picture is part of its file. */
    static byte[] ofBytes(int length) {
        return Arrays.copyOf(file("png", 200, 200), length);
    }

    static String body(String imageId, byte[] file) {
        return "{\"imageId\":\"" + imageId + "\",\"src\":\""
                + Base64.getEncoder().encodeToString(file) + "\",\"type\":\"base64\"}";
    }
}
