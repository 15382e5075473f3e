/** How Vipps signs its webhooks and how a receiver checks the signature. Pure functions over bytes. */
package dev.kvitt.vipps.rules.webhook;
