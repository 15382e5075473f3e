/** The one place that writes at Vipps: every operation has a row and a key before it is tried, and takes effect once. */
package dev.kvitt.capture;
