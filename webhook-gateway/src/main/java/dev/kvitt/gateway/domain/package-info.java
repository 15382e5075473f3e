/** What the gateway knows and decides, and what it needs of the other rooms. No framework. */
package dev.kvitt.gateway.domain;
