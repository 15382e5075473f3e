package dev.kvitt.vipps.client.epayment;

/** What the customer may not pay with. Danish and Finnish sales units only; Norwegian ones get error 5010 (ePayment, "block payment sources"). */
public enum BlockedSource {
    /** Cards of companies. So far the only kind Vipps can block. */
    COMMERCIAL_CARDS
}
