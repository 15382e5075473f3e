/**
 * The door through which operations-service looks into a service's database and has topics read again: HTTP below
 * {@code /operators}, for the installation's own services only. What a person decides about a sale does not come in here but on
 * {@code operator.commands}.
 */
package dev.kvitt.messaging.operators;
