/** The Order Management API: receipts, links and images in the customer's app. */
package dev.kvitt.vipps.client.orders;
