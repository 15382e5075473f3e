package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;

/** Where customers' phones and browsers find things, and what codes say. None of it needs authentication. */
public final class PublicUrls {

    /** Path of every picture of a code. */
    public static final String IMAGES = "/qr-image/v1";

    /** Path of what a redirect code says, with the code behind it. */
    public static final String REDIRECTS = "/redirect";

    private static final String CHECK_INS = "/check-in";

    private PublicUrls() {}

    static String checkIn(String base, String code) {
        return base + CHECK_INS + "/" + code;
    }

    public static String redirect(String base, String code) {
        return base + REDIRECTS + "/" + code;
    }

    /** Where a customer meets a payment, whether by link or by code. */
    public static String landing(String base, String token) {
        return base + "/landing?token=" + token;
    }

    /** The picture of a printed code. */
    public static String image(String base, String code, QrImage image) {
        return base + IMAGES + "?code=" + code + look(image);
    }

    /** The picture of a payment's code, in the format which the payment was created with. */
    public static String paymentImage(String base, String token) {
        return base + IMAGES + "?token=" + token;
    }

    /** The picture of a payment's code in another format. */
    public static String paymentImage(String base, String token, QrImage image) {
        return paymentImage(base, token) + look(image);
    }

    private static String look(QrImage image) {
        return "&format=" + image.format() + (image.format() == QrImageFormat.PNG ? "&size=" + image.size() : "");
    }
}
