/** Ledgers: what the Report API tells about money that moved, row by row, with fees and daily payouts. */
package dev.kvitt.sandbox.report;
