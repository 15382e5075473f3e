package dev.kvitt.payment.simulation;

import dev.kvitt.payment.domain.Input;
import java.time.Instant;
import java.util.UUID;

/**
 * A message on a topic.
 *
 * @param id the same for the same event, however often it is written
 * @param text in business words; empty for what is no news
 */
record Message(UUID id, Input input, String text, Instant writtenAt) {}
