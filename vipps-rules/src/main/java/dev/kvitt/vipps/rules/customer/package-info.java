/** Who may pay, and what of a customer's profile a merchant may see. */
package dev.kvitt.vipps.rules.customer;
