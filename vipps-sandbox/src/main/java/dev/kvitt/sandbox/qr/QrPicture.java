package dev.kvitt.sandbox.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A QR code as a picture. */
public final class QrPicture {

    /** Modules that stay white on each side, as the standard asks. */
    private static final int QUIET_ZONE = 4;

    private static final int DARK = 1;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private final ByteMatrix modules;

    private QrPicture(ByteMatrix modules) {
        this.modules = modules;
    }

    /** Error correction is low, so that even 100 pixels leave a long URL enough pixels per module. */
    public static QrPicture of(String content) {
        try {
            return new QrPicture(Encoder.encode(content, ErrorCorrectionLevel.L).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "A QR code cannot hold " + content.length() + " characters: shorten sandbox.public-url", e);
        }
    }

    /** @param size width and height in pixels; what is left over beside whole modules stays white */
    byte[] png(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        int scale = Math.max(1, size / (modules.getWidth() + 2 * QUIET_ZONE));
        int margin = (size - scale * modules.getWidth()) / 2;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean dark = isDark(Math.floorDiv(x - margin, scale), Math.floorDiv(y - margin, scale));
                image.setRGB(x, y, dark ? BLACK : WHITE);
            }
        }
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written to memory", e);
        }
    }

    /** One unit per module and no size of its own: it is drawn as large as there is room. */
    public String svg() {
        int side = modules.getWidth() + 2 * QUIET_ZONE;
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/></svg>
                """,
                side,
                path());
    }

    /** Each run of dark modules in a row is one rectangle. */
    private StringBuilder path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int start = x;
                while (isDark(x, y)) {
                    x++;
                }
                int run = x - start;
                if (run > 0) {
                    path.append(String.format(
                            Locale.ROOT, "M%d %dh%dv1h-%dz", start + QUIET_ZONE, y + QUIET_ZONE, run, run));
                }
            }
        }
        return path;
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == DARK;
    }
}
