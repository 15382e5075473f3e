package dev.kvitt.gateway.api;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;

/**
 * The body of an ePayment webhook. What it says of the customer (userDetails, profile, shippingDetails) is not looked at
 * and so never gets further than here.
 */
final class PaymentBody {

    private static final int MAX_REFERENCE = 64;
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 200;

    private PaymentBody() {}

    static PaymentHappened read(byte[] raw, Msn registered) throws UnreadableBodyException, OtherSalesUnitException {
        var fields = BodyFields.of(raw);
        if (!fields.has("msn")) {
            throw new UnreadableBodyException("msn is missing");
        }
        fields.requireSalesUnit("msn", registered);
        return new PaymentHappened(
                registered,
                reference(fields.text("reference", MAX_REFERENCE)),
                fields.text("pspReference", MAX_TEXT),
                fields.text("name", MAX_NAME),
                fields.money("amount"),
                fields.time("timestamp"),
                fields.optionalText("idempotencyKey", MAX_TEXT).orElse(null),
                fields.truth("success"),
                fields.optionalTime("captureGuaranteedUntil").orElse(null));
    }

    private static PaymentReference reference(String text) throws UnreadableBodyException {
        try {
            return new PaymentReference(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableBodyException("reference is not 8 to 64 letters, digits and hyphens");
        }
    }
}
