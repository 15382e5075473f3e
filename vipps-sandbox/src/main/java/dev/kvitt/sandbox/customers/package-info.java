/** Made-up customers: who they are, what their phones show, and what they have shared with whom. Knows no payment. */
package dev.kvitt.sandbox.customers;
