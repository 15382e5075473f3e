package dev.kvitt.vipps.client;

/** Where Vipps may be spoken to without TLS. Keys and tokens go over the wire in clear there. */
public enum PlainHttp {
    /** On this machine only: {@code localhost} and loopback addresses. */
    LOOPBACK_ONLY,
    /** On any host: for a sandbox in another container, never for Vipps. */
    ANYWHERE
}
