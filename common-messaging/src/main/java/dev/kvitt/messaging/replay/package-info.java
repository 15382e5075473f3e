/**
 * Topics read again because an operator wants so: past the messages that this service has applied, through the same door as live,
 * so that only what was never applied changes anything.
 */
package dev.kvitt.messaging.replay;
