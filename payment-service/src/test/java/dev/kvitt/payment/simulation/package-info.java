/**
 * The saga against a simulated world: from one seed come a sale, a customer, a till, a Vipps that follows
 * {@code vipps-rules}, and everything that can go wrong between them. The promises I1 to I7 are checked at every step.
 */
package dev.kvitt.payment.simulation;
