package dev.kvitt.sandbox.phone;

/**
 * A payment whose code a till or a page shows at this moment.
 *
 * @param content what the code says
 */
public record ScreenCode(PaymentCard payment, String content) {

    @Override
    public String toString() {
        return "ScreenCode[hidden]";
    }
}
