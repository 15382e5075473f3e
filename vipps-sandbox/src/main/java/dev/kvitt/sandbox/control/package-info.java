/**
 * What Vipps does not offer: being the customer, moving time, and seeing everything. No authentication; for this machine
 * only.
 */
package dev.kvitt.sandbox.control;
