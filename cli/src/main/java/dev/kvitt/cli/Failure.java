package dev.kvitt.cli;

/** Something a person can do something about: its message is shown as it is, without a stack trace. */
public final class Failure extends RuntimeException {

    private final int exitCode;

    /**
     * A command ends here.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message what happened, what it means for the money, and what to do
     */
    public Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** As the other, with a cause for developers. */
    public Failure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** One of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
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
