/** The Report API: ledgers, for accounting. */
package dev.kvitt.vipps.client.report;
