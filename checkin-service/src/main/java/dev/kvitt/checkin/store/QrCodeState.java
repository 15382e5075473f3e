package dev.kvitt.checkin.store;

/** Whether Vipps has a printed code as we want it. */
public enum QrCodeState {
    /** Vipps has to be told. */
    WANTED,
    /** Vipps has confirmed it. */
    AT_VIPPS
}
