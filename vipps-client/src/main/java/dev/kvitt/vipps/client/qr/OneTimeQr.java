package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.Outcome;

/**
 * One-time QR codes of payments that other APIs of Vipps began (QR API, "one time payment QR"): eCom and Recurring. For ePayment, the QR
 * flow of the payment itself is the way.
 */
public interface OneTimeQr {
    /** Makes a code of a payment's landing page (200). Refused with 400 (no such page, payment over), 401 (keys) and 415 (format). */
    Outcome<OneTimeQrCode> create(LandingPageUrl page, QrFormat format);
}
