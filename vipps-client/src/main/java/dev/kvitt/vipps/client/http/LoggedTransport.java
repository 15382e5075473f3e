package dev.kvitt.vipps.client.http;

import java.net.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends and logs at DEBUG what Vipps' support asks for. The path's template, not the path: the log holds no header and no body. */
final class LoggedTransport {
    private static final Logger LOG = Logger.getLogger("dev.kvitt.vipps.client");

    private final Transport transport;

    LoggedTransport(Transport transport) {
        this.transport = transport;
    }

    Transmission send(Call call, HttpRequest request) {
        long start = System.nanoTime();
        Transmission result = transport.send(request);
        if (LOG.isDebugEnabled()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            LOG.debugf("%s: %s in %d ms%s%s", call, describe(result), millis, key(call), traceId(result));
        }
        return result;
    }

    private static String describe(Transmission result) {
        return switch (result) {
            case Transmission.Answered answer -> Integer.toString(answer.status());
            case Transmission.NotSent notSent -> "not sent, " + notSent.why();
            case Transmission.Lost lost -> "outcome unknown, " + lost.why();
        };
    }

    private static String key(Call call) {
        return call.key().map(key -> ", idempotency key " + key).orElse("");
    }

    private static String traceId(Transmission result) {
        return result instanceof Transmission.Answered answer && !answer.isSuccess()
                ? ErrorAnswer.traceId(answer.body())
                        .map(id -> ", trace id " + id)
                        .orElse("")
                : "";
    }
}
