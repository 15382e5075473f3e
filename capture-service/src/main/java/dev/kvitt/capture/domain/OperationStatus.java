package dev.kvitt.capture.domain;

/** How far an operation has come, as far as others have been told. */
public enum OperationStatus {
    /** Nothing was told yet. It may have been sent. */
    NEW,
    /** Told that it may have been done or not. */
    UNKNOWN,
    /** Final: Vipps shows its effect. */
    SUCCEEDED,
    /** Final: it had no effect and never will. */
    REJECTED;

    public boolean isFinal() {
        return this == SUCCEEDED || this == REJECTED;
    }
}
