package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import java.util.List;

/**
 * Printed redirect QR codes (QR API, "merchant redirect QR"): a scan by any camera opens a page of the merchant. Vipps tells nobody about
 * the scan. Refusals of all calls: 400 (values), 401 (keys), 404 (no such code), 415 (format).
 */
public interface RedirectQr {
    /**
     * Makes a code (200). Refused with 409 where the id exists, told by {@link Qr#isTaken}; after {@code Unknown}, that may be our own try.
     *
     * @param life how long it works
     */
    Outcome<RedirectQrCode> create(RedirectQrId id, RedirectTarget target, QrLife life, QrFormat format);

    /** One code. */
    Outcome<RedirectQrCode> get(RedirectQrId id, QrFormat format);

    /** All codes of the sales unit, other systems' among them. */
    Outcome<List<RedirectQrCode>> list(QrFormat format);

    /** Leads the same print elsewhere, at once. */
    Outcome<RedirectQrCode> update(RedirectQrId id, RedirectTarget target, QrFormat format);

    /** Deletes a code. What is printed never works again, even where the id is used anew. */
    Outcome<NoContent> delete(RedirectQrId id);
}
