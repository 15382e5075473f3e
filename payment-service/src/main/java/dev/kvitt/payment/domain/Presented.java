package dev.kvitt.payment.domain;

import dev.kvitt.events.Customer;
import java.time.Instant;

/**
 * A customer, and until when a request to them is wanted.
 *
 * @param validUntil after this they have walked away
 */
public record Presented(Customer customer, Instant validUntil) {}
