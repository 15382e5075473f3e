package dev.kvitt.payment.api;

import java.util.Locale;

/** What a point of sale is to do about a sale, and how a person is told. */
enum Todo {
    SEND_AGAIN(
            "Kvitt has not seen this sale. Send it again under the same saleId: that is always safe, a new one never is."),
    SEND_CORRECTED(
            "No sale is open under this saleId, and a request for it was refused: payment.events says why. Correct it and"
                    + " send it again under the same saleId and with a new requestId."),
    HAND_OVER("The customer has paid. Hand the goods over and take no other payment."),
    NOTHING("The sale came to its end and nothing is left to do. What was paid back is in the sums."),
    COLLECT_OTHERWISE("The goods were handed over and Vipps did not let the money be collected. Take another payment."),
    TRY_AGAIN("Nothing was paid and nothing is reserved. Another attempt or another payment is safe."),
    PRESENT_CUSTOMER("Nobody is asked at the moment. Present the customer, or cancel the sale."),
    CONFIRM_OR_CANCEL("The money is reserved. Confirm what was handed over by selectUntil, or cancel."),
    WAIT("This is not decided yet. Take no other payment, and ask again in a few seconds."),
    CALL_SOMEBODY(
            "Kvitt could not process this sale and a person has to look at it. Take no other payment for it yet.");

    private final String sentence;

    Todo(String sentence) {
        this.sentence = sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
