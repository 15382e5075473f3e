/** The QR API: printed codes, one-time codes, and customers behind what they showed or scanned. */
package dev.kvitt.vipps.client.qr;
