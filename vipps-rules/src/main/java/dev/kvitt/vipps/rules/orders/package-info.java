/** Categories and images of the Order Management API, and how it names orders. Receipts are in {@code receipt}. */
package dev.kvitt.vipps.rules.orders;
