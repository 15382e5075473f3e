package dev.kvitt.gateway.api;

import dev.kvitt.events.Event;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.gateway.domain.ActiveRegistration;
import dev.kvitt.gateway.domain.FactPublisher;
import dev.kvitt.gateway.domain.HookToken;
import dev.kvitt.gateway.domain.KnownRegistrations;
import dev.kvitt.gateway.domain.Sealing;
import dev.kvitt.tracing.Traced;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes one webhook: which registration, genuine or not, what it says, and on to Kafka. Answers {@link Answer#TAKEN} only
 * after Kafka has confirmed.
 *
 * <p>Hash, HMAC and reading are some tens of microseconds of CPU for a body of a kilobyte, no more than handing it to
 * another thread, so they run on the event loop. What may wait (the store for an unknown token, the sealing key) or
 * computes on elliptic curves (sealing) does not.
 */
@Singleton
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    /** Its last part is secret. */
    private static final String ROUTE = "POST /hooks/{token}";

    private final KnownRegistrations registrations;
    private final Genuineness genuineness;
    private final Sealing sealing;
    private final FactPublisher publisher;
    private final Facts facts;
    private final NotTaken notTaken;

    Reception(
            KnownRegistrations registrations,
            Genuineness genuineness,
            Sealing sealing,
            FactPublisher publisher,
            Facts facts,
            NotTaken notTaken) {
        this.registrations = registrations;
        this.genuineness = genuineness;
        this.sealing = sealing;
        this.publisher = publisher;
        this.facts = facts;
        this.notTaken = notTaken;
    }

    CompletionStage<Answer> take(Delivery delivery) {
        var token = HookToken.parse(delivery.token());
        if (token.isEmpty()) {
            return answered(Cause.UNKNOWN_TOKEN);
        }
        return registrations
                .byToken(token.get())
                .handle((found, failure) -> failure == null
                        ? found.map(registration -> check(registration, delivery))
                                .orElseGet(() -> answered(Cause.UNKNOWN_TOKEN))
                        : answered(Cause.NO_STORE, failure))
                .thenCompose(Function.identity());
    }

    private CompletionStage<Answer> check(ActiveRegistration registration, Delivery delivery) {
        return genuineness
                .doubt(registration, delivery)
                .map(this::answered)
                .orElseGet(() -> understand(registration, delivery));
    }

    private CompletionStage<Answer> understand(ActiveRegistration registration, Delivery delivery) {
        try {
            return switch (registration.kind()) {
                case PAYMENTS -> publish(facts.of(PaymentBody.read(delivery.body(), registration.msn())), delivery);
                case CHECK_INS -> {
                    var body = CheckInBody.read(delivery.body(), registration.msn());
                    yield sealAndPublish(body.customerToken(), token -> facts.of(body.sealed(token)), delivery);
                }
            };
        } catch (OtherSalesUnitException e) {
            LOG.errorf(
                    "A webhook signed with the secret of sales unit %s (%s) speaks for another sales unit. It was refused"
                            + " and changes nothing. Find out who has that secret; deleting the registration at Vipps makes"
                            + " a new one within a minute.",
                    registration.msn(), registration.kind());
            return answered(Cause.OTHER_SALES_UNIT);
        } catch (UnreadableBodyException e) {
            LOG.errorf(
                    "A genuine webhook of sales unit %s (%s) cannot be read: %s. It goes into quarantine, its body sealed;"
                            + " the payment's state is known by polling.",
                    registration.msn(), registration.kind(), e.getMessage());
            return quarantine(registration, delivery, e.getMessage());
        }
    }

    private CompletionStage<Answer> quarantine(ActiveRegistration registration, Delivery delivery, String reason) {
        var text = Base64.getEncoder().encodeToString(delivery.body());
        return sealAndPublish(text, body -> facts.quarantined(registration, delivery.body(), reason, body), delivery);
    }

    private CompletionStage<Answer> sealAndPublish(String clear, Function<Sealed, Event<?>> event, Delivery delivery) {
        return sealing.seal(clear)
                .handle((value, failure) -> failure == null
                        ? publish(event.apply(value), delivery)
                        : answered(Cause.NO_SEALING_KEY, failure))
                .thenCompose(Function.identity());
    }

    private CompletionStage<Answer> publish(Event<?> event, Delivery delivery) {
        var traceparent = Traceparent.of(delivery.traceparent(), event.id());
        var span = span(delivery, traceparent);
        var published = publisher.publish(event, span.traceparent(traceparent));
        var unused = published.whenComplete((done, failure) -> span.close(failure));
        return published.handle(
                (done, failure) -> failure == null ? taken(event) : notTaken.because(Cause.NO_BROKER, failure));
    }

    /** Of what was genuine only. Where whoever posted it began no trace, it is the first span of the event's. */
    private static Traced span(Delivery delivery, String traceparent) {
        return traceparent.equals(delivery.traceparent())
                ? Tracing.begin(SpanKind.SERVER, ROUTE, traceparent, delivery.arrived())
                : Tracing.beginTrace(SpanKind.SERVER, ROUTE, traceparent, delivery.arrived());
    }

    private static Answer taken(Event<?> event) {
        WebhookCounts.taken(event);
        return Answer.TAKEN;
    }

    private CompletionStage<Answer> answered(Cause cause) {
        return CompletableFuture.completedFuture(notTaken.because(cause));
    }

    private CompletionStage<Answer> answered(Cause cause, Throwable failure) {
        return CompletableFuture.completedFuture(notTaken.because(cause, failure));
    }
}
