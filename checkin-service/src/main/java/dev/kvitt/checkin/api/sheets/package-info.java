/** Sheets to print, with a QR code each: laid out once, drawn as PDF, PNG or SVG. */
package dev.kvitt.checkin.api.sheets;
