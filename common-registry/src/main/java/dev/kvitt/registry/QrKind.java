package dev.kvitt.registry;

/** What a printed QR code does when it is scanned. */
public enum QrKind {
    /** Vipps tells us of the scan. */
    CALLBACK,
    /** The phone's browser opens a page of ours; nobody tells us. */
    REDIRECT
}
