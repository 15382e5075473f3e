/** Commands in, results out. */
package dev.kvitt.capture.messaging;
