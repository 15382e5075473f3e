/** Events out: Kafka, and the sealing of what is personal in them. */
package dev.kvitt.gateway.messaging;
