package dev.kvitt.sandbox.domain;

/**
 * A printed QR that tells the merchant who stands before it.
 *
 * @param merchantQrId the merchant's own id of it, or the beacon id of an old MobilePay code
 * @param location changeable
 * @param content what the code says; never changes
 * @param code names it in the URL of its picture; never changes
 * @param beacon an old MobilePay code, printed before this sales unit took it over
 */
public record CallbackQr(String merchantQrId, String location, String content, String code, boolean beacon) {

    CallbackQr at(String newLocation) {
        return new CallbackQr(merchantQrId, newLocation, content, code, beacon);
    }
}
