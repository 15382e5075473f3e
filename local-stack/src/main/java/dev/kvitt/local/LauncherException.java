package dev.kvitt.local;

/** Something a person can do something about; its message is shown as it is, without a stack trace. */
public final class LauncherException extends RuntimeException {

    /** The message tells what happened and what to do next. */
    public LauncherException(String message) {
        super(message);
    }

    /** The message tells what happened and what to do next; the cause is for developers. */
    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
