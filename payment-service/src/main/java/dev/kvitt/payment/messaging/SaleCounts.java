package dev.kvitt.payment.messaging;

import dev.kvitt.events.Currency;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.payment.domain.Attempt;
import dev.kvitt.payment.domain.Decision;
import dev.kvitt.payment.domain.Operation;
import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.registry.Registry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts what becomes of sales and their money, once it is committed. A restored database counts what it does anew. */
final class SaleCounts {

    /** A message may name any sales unit; those of sales that were opened are in the registry. */
    private static final String NOT_OPENED = "none";

    private static final String CAPTURED = "kvitt.captured";
    private static final String REFUNDED = "kvitt.refunded";

    private static final List<String> OUTCOMES = List.of(
            "opened",
            "settled",
            "released",
            "cancelled",
            "aborted",
            "expired",
            "failed",
            "uncollectable",
            "parked",
            "unparked");
    static final List<String> ALARMS = List.of("deadline", "two-attempts", "amount-differs", "parked");

    /** A customer takes seconds; one who never answers, ten minutes. */
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800)
            .map(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private SaleCounts() {}

    /** From 0: whoever watches for growth would not see the first of something that was not there before. */
    static void begin(Registry registry) {
        for (var unit : registry.salesUnits()) {
            OUTCOMES.forEach(outcome -> sales(unit.msn().value(), outcome));
            ALARMS.forEach(why -> alarms(unit.msn().value(), why));
        }
        for (var currency : Currency.values()) {
            money(CAPTURED, currency);
            money(REFUNDED, currency);
        }
        sinceAsked("authorized");
        sinceAsked("settled");
    }

    static void count(String key, Sale before, Decision decision, Effects effects) {
        var msn =
                decision.sale().terms() == null ? NOT_OPENED : Outputs.msn(key).value();
        if (before.terms() == null && decision.sale().terms() != null) {
            effects.afterCommit(() -> sale(msn, "opened"));
        }
        for (var output : decision.outputs()) {
            if (output instanceof Output.Say say) {
                effects.afterCommit(() -> said(msn, say.what()));
                time(decision.sale(), say.what(), effects);
            }
        }
    }

    private static void time(Sale sale, EventData what, Effects effects) {
        switch (what) {
            case PaymentAuthorized _ -> time(sale, "authorized", effects);
            case PaymentSettled _ -> time(sale, "settled", effects);
            default -> {}
        }
    }

    /** From when we knew that the customer was asked. */
    private static void time(Sale sale, String until, Effects effects) {
        var now = effects.now();
        sale.active()
                .map(Attempt::create)
                .map(Operation::at)
                .filter(asked -> !asked.isAfter(now))
                .ifPresent(asked -> effects.afterCommit(() -> sinceAsked(until).record(Duration.between(asked, now))));
    }

    private static Timer sinceAsked(String until) {
        return Timer.builder("kvitt.sale." + until)
                .serviceLevelObjectives(BUCKETS)
                .register(Metrics.globalRegistry);
    }

    private static void said(String msn, EventData what) {
        outcome(what).ifPresent(name -> sale(msn, name));
        switch (what) {
            case PaymentCaptured captured -> money(CAPTURED, captured.amount());
            case PaymentRefunded refunded -> money(REFUNDED, refunded.amount());
            case PaymentAtRisk risk -> alarms(msn, risk.why()).increment();
            case RequestRefused refused -> refused(refused);
            default -> {}
        }
    }

    static void refused(RequestRefused refused) {
        Metrics.counter("kvitt.requests.refused", "code", refused.refusal().code())
                .increment();
    }

    private static Optional<String> outcome(EventData what) {
        return Optional.ofNullable(
                switch (what) {
                    case PaymentSettled settled -> "settled";
                    case PaymentReleased released -> released.done() ? "released" : null;
                    case PaymentEnded ended -> ended.how().toString().toLowerCase(Locale.ROOT);
                    case PaymentFailed failed -> failed.done() ? "failed" : null;
                    case PaymentUncollectable uncollectable -> "uncollectable";
                    case SaleParked parked -> "parked";
                    case SaleUnparked unparked -> "unparked";
                    default -> null;
                });
    }

    private static void sale(String msn, String outcome) {
        sales(msn, outcome).increment();
    }

    private static Counter sales(String msn, String outcome) {
        return Metrics.counter("kvitt.sales", "msn", msn, "outcome", outcome);
    }

    private static Counter alarms(String msn, String why) {
        return Metrics.counter("kvitt.at.risk", "msn", msn, "why", why);
    }

    /** In minor units, as everywhere. */
    private static void money(String what, Money amount) {
        money(what, amount.currency()).increment((double) amount.value());
    }

    private static Counter money(String what, Currency currency) {
        return Metrics.counter(what + ".minor.units", "currency", currency.name());
    }
}
