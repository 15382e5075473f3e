package dev.kvitt.vipps.client.qr;

/** What a QR code is given as. The QR flow of ePayment and the QR API have the same three forms. */
public sealed interface QrFormat {
    /** An image to show or print. */
    sealed interface Image extends QrFormat {}

    /** A scalable image. */
    record Svg() implements Image {}

    /**
     * A bitmap.
     *
     * @param size width and height in pixels, {@value #MIN_SIZE} to {@value #MAX_SIZE}
     */
    record Png(int size) implements Image {
        /** Smallest size in pixels. */
        public static final int MIN_SIZE = 100;
        /** Largest size in pixels. */
        public static final int MAX_SIZE = 2000;

        public Png {
            if (size < MIN_SIZE || size > MAX_SIZE) {
                throw new IllegalArgumentException(
                        "a QR image is " + MIN_SIZE + " to " + MAX_SIZE + " pixels wide, not " + size);
            }
        }
    }

    /** The text to encode in a QR code of one's own. */
    record TargetUrl() implements QrFormat {}
}
