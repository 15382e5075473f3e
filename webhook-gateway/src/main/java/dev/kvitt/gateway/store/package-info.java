/** The registrations in PostgreSQL, their secrets sealed. */
package dev.kvitt.gateway.store;
