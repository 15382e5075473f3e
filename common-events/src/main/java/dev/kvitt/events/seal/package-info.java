/**
 * Sealing of personal values (phone numbers, personal QR contents, customer tokens) in events: JWE, ECDH-ES with
 * A256GCM, to the installation's key of the day. When a day's key is destroyed its values read as erased.
 */
package dev.kvitt.events.seal;
