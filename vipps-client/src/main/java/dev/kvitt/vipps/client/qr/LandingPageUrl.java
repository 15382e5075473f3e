package dev.kvitt.vipps.client.qr;

/**
 * The landing page of a payment, as the API that began it gave it. Whoever has it can open the payment, so {@code toString} hides it.
 *
 * @param value Vipps' text, unchanged
 */
public record LandingPageUrl(String value) {
    public LandingPageUrl {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the URL of a landing page is not empty");
        }
    }

    @Override
    public String toString() {
        return "LandingPageUrl[hidden]";
    }
}
