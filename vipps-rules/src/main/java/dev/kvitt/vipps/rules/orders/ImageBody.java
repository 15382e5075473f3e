package dev.kvitt.vipps.rules.orders;

/**
 * An image as a merchant sends it: nothing checked, what was not sent is null.
 *
 * @param src the file in Base64
 * @param type always {@code base64}
 */
public record ImageBody(String imageId, String src, String type) {

    @Override
    public String toString() {
        return "ImageBody[" + imageId + "]";
    }
}
