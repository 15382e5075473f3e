/** What operators and their tools ask over HTTP. */
package dev.kvitt.operations.api;
