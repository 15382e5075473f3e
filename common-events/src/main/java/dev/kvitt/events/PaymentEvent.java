package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a sale's payment, for points of sale and everybody else, on {@code payment.events}. */
public sealed interface PaymentEvent extends EventData
        permits PaymentRequested,
                PaymentAuthorized,
                PaymentCaptured,
                PaymentReleased,
                PaymentSettled,
                PaymentEnded,
                PaymentFailed,
                RequestRefused,
                PaymentWaiting,
                PaymentRefunded,
                PaymentUncollectable,
                PaymentAtRisk,
                SaleParked,
                SaleUnparked,
                CustomerKnown {

    SaleContext sale();

    /** True on the last word about the sale: no money is reserved and none will move without a new request. */
    @JsonProperty("done")
    boolean done();

    @Override
    default String key() {
        return sale().key();
    }
}
