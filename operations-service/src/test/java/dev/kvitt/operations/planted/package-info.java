/**
 * Makes three ledgers that agree, and plants differences in them. Shares no code with the matcher, not even its records: it writes lines of
 * text, and names what a matcher must find in words of its own.
 */
package dev.kvitt.operations.planted;
