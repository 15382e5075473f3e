package dev.kvitt.system.reliability;

import dev.kvitt.events.Keys;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleId;

/**
 * A sale that was opened as planned.
 *
 * @param code the printed code that is in use until it is over; null where there is none
 */
record Played(Plan plan, Msn msn, SaleId saleId, String tillId, String code) {

    String key() {
        return Keys.sale(msn, saleId);
    }

    PaymentReference reference(int attempt) {
        return PaymentReference.of(saleId, attempt);
    }
}
