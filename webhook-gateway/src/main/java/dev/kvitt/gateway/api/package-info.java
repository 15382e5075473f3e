/** Webhooks in: verified over their raw bytes, read, and handed on. */
package dev.kvitt.gateway.api;
