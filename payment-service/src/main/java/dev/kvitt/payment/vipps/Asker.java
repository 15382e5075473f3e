package dev.kvitt.payment.vipps;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentView;
import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.task.CallLimit;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.payment.PaymentConfig;
import dev.kvitt.payment.store.PaymentReads;
import dev.kvitt.payment.store.SaleJson;
import dev.kvitt.registry.vipps.ReadShare;
import dev.kvitt.registry.vipps.Views;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks Vipps how payments stand and tells it as a fact on {@code vipps.payments}. Reads only. */
@ApplicationScoped
public class Asker implements TaskRunner {

    private static final Logger LOG = Logger.getLogger(Asker.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Reads of one payment that may follow each other without a pause, out of its share of a minute. */
    static final int AT_ONCE = 10;

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final PaymentReads reads = new PaymentReads(ReadShare.PAYMENT.perMinute(), AT_ONCE);
    private Instant forgetAfter = Instant.EPOCH;
    private final VippsAccess vipps;
    private final InstantSource clock;
    private final Duration longestRetryAfter;

    @Inject
    Asker(VippsAccess vipps, InstantSource clock, PaymentConfig config) {
        this(vipps, clock, config.payment().longestRetryAfter());
    }

    /** @param longestRetryAfter up to this Vipps is believed when it asks us to come back later */
    Asker(VippsAccess vipps, InstantSource clock, Duration longestRetryAfter) {
        this.vipps = vipps;
        this.clock = clock;
        this.longestRetryAfter = longestRetryAfter;
    }

    /** The reading itself. */
    @Override
    public Optional<CallLimit> callLimit() {
        return Optional.of(new CallLimit(1, vipps.requestTimeout(), VippsAccess.REQUEST_TIMEOUT));
    }

    void begin(@Observes StartupEvent event, Transactions transactions, MeterRegistry registry) {
        new DatabaseGauges<>(transactions, LOOK_EVERY, reads::usedUp)
                .gauge(
                        registry,
                        "kvitt.vipps.waiting.for.budget",
                        Tags.empty(),
                        "Payments that may not be read at Vipps just now",
                        Long::doubleValue);
    }

    /** The share of a payment's reads is used up before Vipps is asked, so no crash and no other process goes beyond it. */
    @Override
    public Map<Long, Instant> waits(Connection connection, List<Task> tasks, Instant now) throws SQLException {
        var payments = tasks.stream().collect(Collectors.toMap(Task::id, Asker::payment));
        var notYet = reads.take(connection, payments.values(), now);
        if (now.isAfter(forgetAfter)) {
            PaymentReads.forget(connection, now);
            forgetAfter = now.plus(FORGET_EVERY);
        }
        payments.values().retainAll(notYet.keySet());
        return payments.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, wait -> notYet.get(wait.getValue())));
    }

    /** One that cannot be read fails when it is run; here it would stand in the way of all others. */
    private static String payment(Task task) {
        try {
            return msn(task) + "/" + Question.of(task.body()).reference();
        } catch (RuntimeException e) {
            return "unreadable/" + task.id();
        }
    }

    private static Msn msn(Task task) {
        return new Msn(task.key().substring(0, task.key().indexOf('/')));
    }

    @Override
    public Completion run(Task task) {
        var question = Question.of(task.body());
        var msn = msn(task);
        var askedAt = clock.instant();
        var api = vipps.of(msn);
        if (api.isEmpty()) {
            LOG.warnf("Cannot ask about %s: the sales unit %s is not in the registry", question.reference(), msn);
            return Completion.again(askedAt.plus(LONGEST_WAIT));
        }
        var outcome =
                api.get().epayment().get(new Reference(question.reference().value()));
        return switch (outcome) {
            case Outcome.Done<PaymentAnswer> done ->
                Views.of(done.answer())
                        .map(view -> tell(msn, question, askedAt, Optional.of(view)))
                        .orElseGet(() -> later(task, Duration.ZERO));
            case Outcome.Refused<PaymentAnswer> refused
            when refused.error().isNotFound() -> tell(msn, question, askedAt, Optional.empty());
            case Outcome.Refused<PaymentAnswer> refused -> {
                LOG.warnf(
                        "Asking about %s: %s",
                        question.reference(), refused.error().operatorSentence());
                yield later(task, LONGEST_WAIT);
            }
            case Outcome.Busy<PaymentAnswer> busy ->
                later(task, busy.retryAfter().orElse(Duration.ZERO));
            case Outcome.Unknown<PaymentAnswer> _ -> later(task, Duration.ZERO);
        };
    }

    /**
     * Twice as long after each try, 30 s at most and never shorter than Vipps asks for, up to a limit: a customer may have
     * approved, a till waits to hear it, and a mistyped header must not hold that back for an hour.
     */
    private Completion later(Task task, Duration asked) {
        var wait = shorter(Duration.ofSeconds(1L << Math.min(task.tries(), 5)), LONGEST_WAIT);
        var atLeast = shorter(asked, longestRetryAfter);
        return Completion.again(clock.instant().plus(wait.compareTo(atLeast) > 0 ? wait : atLeast));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Completion tell(Msn msn, Question question, Instant askedAt, Optional<PaymentView> view) {
        var observed = new PaymentObserved(
                msn, question.reference(), question.number(), view.isPresent(), view.orElse(null), askedAt);
        return Completion.done((entity, effects) -> {
            if (question.always()
                    || view.filter(seen -> isNew(entity, question, seen)).isPresent()) {
                effects.send(event(observed, effects));
            }
        });
    }

    /** An answer that we know already would only make the topic longer. */
    private static boolean isNew(Entity entity, Question question, PaymentView view) {
        var attempt = question.reference().attempt().orElseThrow();
        var ledger = SaleJson.of(entity).attempt(attempt).ledger();
        return !ledger.equals(ledger.with(view));
    }

    private static Event<PaymentObserved> event(PaymentObserved observed, Effects effects) {
        // A restored database counts its questions anew; the moment tells an old answer from a new one.
        var type = EventType.PAYMENT_OBSERVED.typeName() + "/" + observed.reference() + "/" + observed.askedAt();
        var sale = observed.reference().saleId().orElseThrow();
        var id = Ids.own(observed.msn(), sale, type, observed.number());
        return new Event<>(id, "kvitt/payment-service", effects.now(), observed.msn(), null, observed);
    }
}
