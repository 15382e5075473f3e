/**
 * Bugs planted in production code, to see that the tests which are to find them do. A bug is a file: what to take out of
 * the code and what to put there instead. For tests only.
 */
package dev.kvitt.local.planted;
