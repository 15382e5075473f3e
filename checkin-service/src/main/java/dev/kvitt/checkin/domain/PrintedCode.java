package dev.kvitt.checkin.domain;

import dev.kvitt.events.Msn;

/** A callback QR code of a sales unit. */
public record PrintedCode(Msn msn, String qrId) {

    @Override
    public String toString() {
        return msn + "/" + qrId;
    }
}
