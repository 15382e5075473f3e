package dev.kvitt.vipps.rules.orders;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an image file says of itself at its start.
 *
 * @param format PNG or JPEG
 * @param width pixels
 * @param height pixels
 */
public record ImageHeader(Format format, int width, int height) {

    /** The kinds of image the API takes. */
    public enum Format {
        PNG,
        JPEG
    }

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final byte[] PNG_HEADER = {'I', 'H', 'D', 'R'};
    private static final int PNG_LENGTH = PNG_START.length + PNG_HEADER.length + 2 * Integer.BYTES;
    private static final int MARKER = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int START_OF_SCAN = 0xda;
    private static final int FRAME_LENGTH = 7;

    /** Empty if it is neither PNG nor JPEG, or ends before it says how large it is. */
    public static Optional<ImageHeader> read(byte[] file) {
        return png(file).or(() -> jpeg(ByteBuffer.wrap(file)));
    }

    private static Optional<ImageHeader> png(byte[] file) {
        int size = PNG_START.length + PNG_HEADER.length;
        boolean fits = file.length >= PNG_LENGTH
                && Arrays.equals(file, 0, PNG_START.length, PNG_START, 0, PNG_START.length)
                && Arrays.equals(file, PNG_START.length, size, PNG_HEADER, 0, PNG_HEADER.length);
        if (!fits) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(file, size, 2 * Integer.BYTES);
        return of(Format.PNG, numbers.getInt(), numbers.getInt());
    }

    /** Goes from marker to marker until the frame that carries the size. */
    private static Optional<ImageHeader> jpeg(ByteBuffer file) {
        if (file.remaining() < 2 || unsigned(file) != MARKER || unsigned(file) != START_OF_IMAGE) {
            return Optional.empty();
        }
        while (file.remaining() >= 2 + Short.BYTES) {
            if (unsigned(file) != MARKER) {
                return Optional.empty();
            }
            int marker = unsigned(file);
            if (marker == MARKER) {
                // A fill byte: the next one may be the marker.
                file.position(file.position() - 1);
                continue;
            }
            int length = Short.toUnsignedInt(file.getShort()) - Short.BYTES;
            if (marker == START_OF_SCAN || length < 0 || length > file.remaining()) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                return length < FRAME_LENGTH - Short.BYTES ? Optional.empty() : frame(file);
            }
            file.position(file.position() + length);
        }
        return Optional.empty();
    }

    private static Optional<ImageHeader> frame(ByteBuffer file) {
        file.get();
        int height = Short.toUnsignedInt(file.getShort());
        int width = Short.toUnsignedInt(file.getShort());
        return of(Format.JPEG, width, height);
    }

    /** SOF0 to SOF15, without the three in between that are something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static Optional<ImageHeader> of(Format format, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageHeader(format, width, height)) : Optional.empty();
    }

    private static int unsigned(ByteBuffer file) {
        return Byte.toUnsignedInt(file.get());
    }
}
