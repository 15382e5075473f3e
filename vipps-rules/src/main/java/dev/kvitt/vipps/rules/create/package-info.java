/** What Vipps checks before it creates a payment. */
package dev.kvitt.vipps.rules.create;
