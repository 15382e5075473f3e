package dev.kvitt.checkin.domain;

import dev.kvitt.registry.Flow;
import dev.kvitt.registry.QrKind;

/** What a printed code is at Vipps MobilePay. */
public enum CodeKind {
    /** A scan is told to us. */
    CALLBACK,
    /** A scan opens our page. */
    REDIRECT,
    /** An old printed code of MobilePay, taken over: a scan is told to us as that of a callback code. */
    MOBILEPAY;

    /** What a new code of a till is. */
    static CodeKind of(Flow flow) {
        return flow.qrKind() == QrKind.REDIRECT ? REDIRECT : CALLBACK;
    }
}
