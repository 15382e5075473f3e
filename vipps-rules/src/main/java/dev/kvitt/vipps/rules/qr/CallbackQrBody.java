package dev.kvitt.vipps.rules.qr;

/**
 * A callback code as a merchant sends it: nothing checked, what was not sent is null.
 *
 * @param locationDescription shown to who scans the code
 * @param category how the app waits, for example VENDING; in a guide and the change log, not in the specification
 */
public record CallbackQrBody(String locationDescription, String category) {}
