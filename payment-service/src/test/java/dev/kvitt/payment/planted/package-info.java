/**
 * Bugs planted in production code, to see that what judges it would notice them. A bug is a file in
 * {@code src/test/planted-bugs}: what to take out of the code and what to put there instead.
 */
package dev.kvitt.payment.planted;
