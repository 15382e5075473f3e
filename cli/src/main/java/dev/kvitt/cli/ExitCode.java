package dev.kvitt.cli;

/** How a command ends, for scripts. */
public final class ExitCode {

    /** Done, and nothing was found. */
    public static final int OK = 0;

    /** Not done; what became of it is in the message. */
    public static final int FAILED = 1;

    /** Not understood; nothing was asked of the service. */
    public static final int USAGE = 2;

    /** Done, and there is something to look at: differences, or checks that are not met. */
    public static final int DIFFERENT = 3;

    /** The service does not let this token do that. */
    public static final int NOT_ALLOWED = 4;

    /** No service answered. */
    public static final int NOT_REACHABLE = 5;

    /** Done, and nothing was found as far as could be seen; a part could not be looked at. */
    public static final int NOT_ALL_SEEN = 6;

    private ExitCode() {}
}
