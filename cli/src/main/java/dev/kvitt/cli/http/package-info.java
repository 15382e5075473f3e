/** Asking operations-service. */
package dev.kvitt.cli.http;
