package dev.kvitt.vipps.client.qr;

import java.util.Objects;

/**
 * A printed code at Vipps.
 *
 * @param id the merchant's id
 * @param locationDescription what the app shows, as Vipps holds it
 * @param imageUrl where the image is
 * @param content the text inside the code
 */
public record MerchantCallbackQr(MerchantQrId id, String locationDescription, String imageUrl, String content) {
    public MerchantCallbackQr {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(locationDescription, "locationDescription");
        Objects.requireNonNull(imageUrl, "imageUrl");
        Objects.requireNonNull(content, "content");
    }
}
