/** Reads at Vipps: the report, and single payments. Nothing here changes anything there. */
package dev.kvitt.operations.vipps;
