package dev.kvitt.events;

/**
 * The customer can approve now: in their app, on a page, or by scanning a code. Ends by itself after 10 minutes.
 *
 * @param attempt 1 to 99
 * @param amount what is to be reserved
 * @param userFlow how they are asked; absent where a restored database does not remember it
 * @param redirectUrl with QR the address of the code's image, or where the installation is set so the text of the code; with WEB_REDIRECT the page to open, unchanged
 *     and on top. Whoever has it can open the payment. Absent where the app shows the request by itself, and where Vipps'
 *     answer was lost with it: request another attempt then
 */
public record PaymentRequested(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Money amount,
        @MayBeAbsent UserFlow userFlow,
        @MayBeAbsent String redirectUrl)
        implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
