package dev.kvitt.vipps.rules.qr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a merchant can ask for instead of a code: two kinds of picture, or only what the picture would say. */
public enum QrImageFormat {
    SVG("image/svg+xml", "IMAGE/SVG+XML"),
    PNG("image/png", "IMAGE/PNG"),
    TARGET_URL("text/targetUrl", "TEXT/TARGETURL");

    private static final Set<String> ANY = Set.of("image/*", "*/*");

    private final String mediaType;
    private final String paymentName;

    QrImageFormat(String mediaType, String paymentName) {
        this.mediaType = mediaType;
        this.paymentName = paymentName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Its name in the payment API's {@code qrFormat.format}. */
    public String paymentName() {
        return paymentName;
    }

    /**
     * By an {@code Accept} header. The API documents four values and 415 for any other; but its guide's own samples name
     * none, and get a picture. Of several values the first known one counts.
     */
    public static Optional<QrImageFormat> accepted(String accept) {
        return accept == null || accept.isBlank()
                ? Optional.of(SVG)
                : Arrays.stream(accept.split(",", -1))
                        .map(QrImageFormat::withoutParameters)
                        .flatMap(value -> ofMediaType(value).stream())
                        .findFirst();
    }

    /** By the {@code QrImageFormat} parameter: PNG or SVG, in any case. */
    public static Optional<QrImageFormat> ofQuery(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "SVG" -> Optional.of(SVG);
            case "PNG" -> Optional.of(PNG);
            default -> Optional.empty();
        };
    }

    /** By the payment API's {@code qrFormat.format}; upper case only, as documented. */
    public static Optional<QrImageFormat> ofPayment(String name) {
        return Arrays.stream(values())
                .filter(format -> format.paymentName.equals(name))
                .findFirst();
    }

    private static Optional<QrImageFormat> ofMediaType(String value) {
        return ANY.contains(value)
                ? Optional.of(SVG)
                : Arrays.stream(values())
                        .filter(format -> format.mediaType.equalsIgnoreCase(value))
                        .findFirst();
    }

    private static String withoutParameters(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim();
    }
}
