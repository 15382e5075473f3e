package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.CallWatcher;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends, has somebody watch, and logs at DEBUG what Vipps' support asks for. The path's template, not the path: the log holds no header and no body. */
final class LoggedTransport {
    private static final Logger LOG = Logger.getLogger("dev.kvitt.vipps.client");

    private final Transport transport;
    private final CallWatcher watcher;

    LoggedTransport(Transport transport, CallWatcher watcher) {
        this.transport = transport;
        this.watcher = watcher;
    }

    Transmission send(Lane lane, Call call, HttpRequest request, Duration limit) {
        CallWatcher.Watched watched =
                watcher.begins(new CallWatcher.Request(lane.api(), lane.kind(), call.method(), call.template()));
        long start = System.nanoTime();
        Transmission result = transport.send(request, limit);
        watched.ended(result.label());
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
