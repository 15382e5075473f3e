/** QR codes of the QR API: what their requests must keep, and how their pictures are asked for. */
package dev.kvitt.vipps.rules.qr;
