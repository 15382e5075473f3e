/** What the messages of a sale amount to, as pure functions. */
package dev.kvitt.operations.domain;
