package dev.kvitt.payment.domain;

import dev.kvitt.events.SaleContext;
import java.util.UUID;

/**
 * One request of a point of sale, to name it by should it be refused.
 *
 * @param from which sale, as the request names it
 * @param eventId the event that made it
 * @param requestId the till's own name of it
 */
public record Request(SaleContext from, UUID eventId, String requestId) {}
