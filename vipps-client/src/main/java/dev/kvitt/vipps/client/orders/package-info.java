/** The Order Management API: receipts in the customer's app. */
package dev.kvitt.vipps.client.orders;
