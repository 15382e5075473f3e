/**
 * Inbox, outbox, offsets, parking, timers and tasks: how a service with a store takes events from Kafka, changes its
 * rows and says what came of it, so that nothing is lost and nothing is done twice whatever stops in between.
 *
 * <p>One transaction per batch holds the entities' states, the ids of applied events, timers, tasks, outgoing events
 * and the consumer's offsets. Everything that changes an entity passes through {@link dev.kvitt.messaging.store.Door}.
 */
package dev.kvitt.messaging;
