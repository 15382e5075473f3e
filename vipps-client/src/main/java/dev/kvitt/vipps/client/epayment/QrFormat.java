package dev.kvitt.vipps.client.epayment;

/** What {@code redirectUrl} leads to in the QR flow. */
public sealed interface QrFormat {
    /** A scalable image. */
    record Svg() implements QrFormat {}

    /** The text to encode in a QR code of one's own. */
    record TargetUrl() implements QrFormat {}

    /**
     * A bitmap.
     *
     * @param size width and height in pixels, {@value #MIN_SIZE} to {@value #MAX_SIZE}
     */
    record Png(int size) implements QrFormat {
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
}
