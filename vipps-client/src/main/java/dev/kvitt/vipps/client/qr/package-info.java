/** The QR API: printed codes. */
package dev.kvitt.vipps.client.qr;
