package dev.kvitt.vipps.rules.qr;

/**
 * A redirect code as a merchant sends it: nothing checked, what was not sent is null.
 *
 * @param id the merchant's own; in an update it may be repeated
 * @param redirectUrl where who scans the code ends up
 * @param ttl seconds the code lives; not in an update
 */
public record RedirectQrBody(String id, String redirectUrl, Long ttl) {}
