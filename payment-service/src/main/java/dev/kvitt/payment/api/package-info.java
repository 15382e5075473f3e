/** Answers points of sale that have lost track of a sale. */
package dev.kvitt.payment.api;
