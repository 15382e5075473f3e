package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.ApiCall;
import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.faults.Fault;
import dev.kvitt.sandbox.faults.FaultBook;
import dev.kvitt.sandbox.faults.FaultKind;
import dev.kvitt.sandbox.faults.FaultSubject;
import dev.kvitt.sandbox.faults.RequestFaults;
import dev.kvitt.vipps.rules.Msn;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stands before the merchants' APIs: begins each request's journal entry, and fails those that fail before the work. */
@ApplicationScoped
class FaultGate {

    private static final int FIRST = 1000;

    private final FaultBook faults;
    private final FaultAnswers answers;
    private final Journal journal;
    private final SandboxClock clock;
    private final Handler<RoutingContext> readBody;

    FaultGate(
            FaultBook faults,
            FaultAnswers answers,
            Journal journal,
            SandboxClock clock,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.faults = faults;
        this.answers = answers;
        this.journal = journal;
        this.clock = clock;
        this.readBody = BodyHandler.create(false).setBodyLimit(maxBody.asLongValue());
    }

    void install(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
        filters.register(this::readWhole, FIRST - 1);
        filters.register(this::decide, FIRST - 2);
    }

    /** Whoever worked for a request whose connection a fault ended finds it closed: that is no error to write home about. */
    void forgive(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (Exchange.of(context).filter(Exchange::wasCut).isEmpty()) {
                context.next();
            }
        });
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        ApiCall.of(request.method().name(), request.path()).ifPresent(call -> {
            Exchange exchange = Exchange.begin(call, context, clock.now());
            context.addHeadersEndHandler(
                    headers -> exchange.answered(journal, context.response().getStatusCode()));
            context.addEndHandler(end -> exchange.unanswered(journal));
        });
        context.next();
    }

    /** Where something may fail the whole request is read first: no fault may depend on how it was cut into packets. */
    private void readWhole(RoutingContext context) {
        if (faults.isEmpty() || Exchange.of(context).isEmpty()) {
            context.next();
        } else {
            readBody.handle(context);
        }
    }

    private void decide(RoutingContext context) {
        Optional<Exchange> exchange = faults.isEmpty() ? Optional.empty() : Exchange.of(context);
        exchange.ifPresentOrElse(known -> decide(context, known), context::next);
    }

    private void decide(RoutingContext context, Exchange exchange) {
        if (exchange.call().operation().equals("CREATE")) {
            CreateReference.in(context.body().buffer()).ifPresent(exchange::about);
        }
        RequestFaults hits = faults.ofRequest(FaultSubject.request(
                exchange.call(),
                context.request().method().name(),
                context.request().path(),
                exchange.msn().map(Msn::value),
                exchange.reference(),
                exchange.idempotencyKey()));
        exchange.hitBy(hits);
        Runnable goOn = () -> hits.before().ifPresentOrElse(fault -> fail(context, exchange, fault), context::next);
        Duration wait = hits.waitBefore();
        if (wait.isZero()) {
            goOn.run();
        } else {
            context.vertx().setTimer(Math.max(1, wait.toMillis()), waited -> goOn.run());
        }
    }

    private void fail(RoutingContext context, Exchange exchange, Fault fault) {
        if (fault.kind() == FaultKind.REQUEST_LOST || fault.kind() == FaultKind.RESET) {
            exchange.cut(journal, fault.kind() == FaultKind.RESET);
        } else {
            answers.instead(context, fault);
        }
    }
}
