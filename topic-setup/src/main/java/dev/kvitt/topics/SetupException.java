package dev.kvitt.topics;

/** Tells a person what is wrong and what to do; nothing else is shown of it. */
final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    SetupException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
