package dev.kvitt.vipps.client.epayment;

/**
 * Where the customer finds the receipt. Names a purchase, so {@code toString} hides it.
 *
 * @param value an absolute {@code https} URL or one with an app's own scheme, never {@code http}; at most {@value #MAX_LENGTH} characters,
 *     the limit of return URLs, because Vipps tells none
 */
public record ReceiptUrl(String value) {
    /** Longest receipt URL in characters. */
    public static final int MAX_LENGTH = AppUrls.MAX_LENGTH;

    public ReceiptUrl {
        AppUrls.check("a receipt URL", value);
    }

    @Override
    public String toString() {
        return "ReceiptUrl[hidden]";
    }
}
