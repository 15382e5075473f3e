package dev.kvitt.operations.domain.checklist;

import java.time.Instant;

/**
 * Where something can be seen.
 *
 * @param reference of the payment at Vipps MobilePay; the name of the sale where no payment came about
 * @param at when it happened
 * @param seen what, without anything about the customer
 */
public record Example(String reference, Instant at, String seen) {}
