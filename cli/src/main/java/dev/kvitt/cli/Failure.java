package dev.kvitt.cli;

/** Something a person can do something about: its message is shown as it is, without a stack trace. */
public final class Failure extends RuntimeException {

    private final int exitCode;
    private final boolean absent;

    /**
     * A command ends here.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message what happened, what it means for the money, and what to do
     */
    public Failure(int exitCode, String message) {
        this(exitCode, message, false);
    }

    private Failure(int exitCode, String message, boolean absent) {
        super(message);
        this.exitCode = exitCode;
        this.absent = absent;
    }

    /** As the other, with a cause for developers. */
    public Failure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.absent = false;
    }

    /** One of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }

    /** What was asked about does not exist. */
    public boolean absent() {
        return absent;
    }

    /** The service knows nothing of that name. */
    public static Failure absent(String message) {
        return new Failure(ExitCode.FAILED, message, true);
    }

    /** The words of a command make no sense; nothing was asked of the service. */
    public static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    /** The service answered something else than it promises. */
    public static Failure notUnderstood(String what) {
        return new Failure(
                ExitCode.FAILED,
                "The answer of operations-service was not understood: " + what
                        + ".\nNothing is shown rather than something wrong; no money was moved by asking."
                        + "\nIs this kvitt of the same release as the service? Look with --json at what it says.");
    }
}
