package dev.kvitt.events;

/**
 * What looks wrong about a receipt that the customer gets all the same.
 *
 * @param code stable: {@code sum-differs}, {@code tax-rate-does-not-fit} or {@code units-do-not-fit}
 * @param sentence for whoever looks after the till, in English
 */
public record ReceiptWarning(String code, String sentence) {}
