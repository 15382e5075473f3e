package dev.kvitt.vipps.client.epayment;

/**
 * Where Vipps wants the customer or the screen to go. Kept as text and unparsed: it is to be opened unchanged, and its host may change.
 * Whoever has it can open the payment, so {@code toString} hides it.
 *
 * @param value Vipps' text
 */
public record RedirectUrl(String value) {
    @Override
    public String toString() {
        return "RedirectUrl[hidden]";
    }
}
