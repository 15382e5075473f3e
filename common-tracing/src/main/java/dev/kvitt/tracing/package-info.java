/** One trace a sale: spans under the traceparent that events carry. */
package dev.kvitt.tracing;
