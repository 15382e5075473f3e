/** Operators' commands over the HTTP API of operations-service: what they may do, anybody with the same token may do over HTTP. */
package dev.kvitt.cli;
