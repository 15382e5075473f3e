package dev.kvitt.operations.domain.checklist;

import java.time.Instant;
import java.util.List;

/**
 * A sale, as its messages tell of it.
 *
 * @param told what the point of sale was told that went wrong
 */
record Sale(String saleId, List<Payment> payments, List<Told> told) {

    /** @param code of the refusal */
    record Told(Instant at, String code) {}
}
