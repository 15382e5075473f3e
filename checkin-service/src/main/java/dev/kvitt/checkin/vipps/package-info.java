/** Calls to Vipps MobilePay. */
package dev.kvitt.checkin.vipps;
