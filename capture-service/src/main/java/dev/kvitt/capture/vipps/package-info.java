/** Calls to Vipps, in the words of the domain. */
package dev.kvitt.capture.vipps;
