package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;

/**
 * One movement, as one of the three ledgers knows it.
 *
 * @param movement which way
 * @param pspReference Vipps' id of the event
 * @param amount minor units of the payment's currency, not signed
 * @param at when, by Vipps' clock
 */
public record MoneyFact(Movement movement, String pspReference, long amount, Instant at) {}
