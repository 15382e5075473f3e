package dev.kvitt.vipps.client.orders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An image the app can show: PNG or JPEG, best square. Checked by its own header, not by a file name.
 */
public final class ImageFile {
    /** Largest file in bytes. Vipps says 2 MB; this is the smaller of its two meanings. */
    public static final int MAX_BYTES = 2_000_000;
    /** Lowest image in pixels. */
    public static final int MIN_HEIGHT = 167;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final byte[] bytes;

    private ImageFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The image in a file.
     *
     * @throws IllegalArgumentException where Vipps would refuse it
     */
    public static ImageFile of(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an image has at most " + MAX_BYTES + " bytes, not " + file.length + ". Make it smaller.");
        }
        byte[] own = file.clone();
        int height = height(own);
        if (height < MIN_HEIGHT) {
            throw new IllegalArgumentException(
                    "an image is at least " + MIN_HEIGHT + " pixels high, not " + height + ". Make it larger.");
        }
        return new ImageFile(own);
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private static int height(byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        reader.setInput(in, true, true);
                        return reader.getHeight(0);
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("an image is a whole PNG or JPEG file; this one is broken", broken);
        }
        throw new IllegalArgumentException("an image is a PNG or JPEG file; this one is neither");
    }

    @Override
    public String toString() {
        return "ImageFile[" + bytes.length + " bytes]";
    }
}
