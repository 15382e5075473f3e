package dev.kvitt.cli.http;

import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.text.Clean;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;

/** No answer: what is known then, and what is not. */
final class Silence {

    private Silence() {}

    static Failure of(Address address, Call call, IOException e) {
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return new Failure(
                    ExitCode.NOT_REACHABLE,
                    "operations-service at " + address.base() + " cannot be reached (" + reason(e) + ").\nNothing was"
                            + " asked of it. Sales go on without it: no payment waits for this service.\nIs it up, and"
                            + " is the address right? ./kvitt status tells of a local stack; --url names another.",
                    e);
        }
        if (call.changes()) {
            return new Failure(
                    ExitCode.NOT_REACHABLE,
                    "operations-service at " + address.base() + " gave no answer (" + reason(e) + ").\nWhether it was"
                            + " done is not known.\nLook before you ask again: kvitt audit tells what was decided.",
                    e);
        }
        return new Failure(
                ExitCode.NOT_REACHABLE,
                "operations-service at " + address.base() + " gave no answer (" + reason(e)
                        + ").\nThis was a look only: nothing was changed.\nTry again, or give it more time with"
                        + " --timeout.",
                e);
    }

    private static String reason(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "not in time";
        }
        String message = e.getMessage();
        return message == null || message.isBlank() ? "no connection" : Clean.line(message);
    }
}
