package dev.kvitt.sandbox.domain;

/**
 * A printed QR that tells the merchant who stands before it.
 *
 * @param merchantQrId the merchant's own id of it
 * @param location at most {@value #MAX_LOCATION} characters, changeable
 * @param content what the code says; never changes
 */
public record CallbackQr(String merchantQrId, String location, String content) {

    public static final int MAX_LOCATION = 36;
}
