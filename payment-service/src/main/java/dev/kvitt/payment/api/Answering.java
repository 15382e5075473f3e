package dev.kvitt.payment.api;

import dev.kvitt.messaging.Failures;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Makes of everything that goes wrong an answer that nobody takes for one about a sale. */
final class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class);
    private static final String NOTHING_SAID =
            " This says nothing about the sale: take no other payment, and ask again in a few seconds.";
    private static final Duration SOON = Duration.ofSeconds(2);

    private Answering() {}

    static Response of(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (NoAnswer e) {
            return e.response();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    static Response failed(Throwable e) {
        LOG.warnf("A till got no answer: %s", Failures.reason(e));
        return Failures.passing(e)
                ? Problem.of(Status.SERVICE_UNAVAILABLE, "Kvitt cannot look at its sales now." + NOTHING_SAID)
                        .after(SOON)
                : Problem.of(Status.INTERNAL_SERVER_ERROR, "Kvitt cannot read this sale." + NOTHING_SAID)
                        .response();
    }
}
