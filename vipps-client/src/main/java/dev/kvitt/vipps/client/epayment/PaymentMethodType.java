package dev.kvitt.vipps.client.epayment;

/** What a payment is paid with, in Vipps' three kinds. */
public enum PaymentMethodType {
    /** The customer's choice in the app. */
    WALLET,
    /** A card on Vipps' page, without the app. */
    CARD,
    /** A card whose data a payment service provider gets. */
    CARD_PASSTHROUGH,
    /** A kind this client does not know. */
    UNKNOWN;

    static PaymentMethodType of(String text) {
        for (PaymentMethodType type : values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
