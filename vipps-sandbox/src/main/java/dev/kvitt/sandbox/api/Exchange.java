package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.ApiCall;
import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.faults.RequestFaults;
import dev.kvitt.vipps.rules.Msn;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request to a merchant API from its first byte to its journal entry, whatever becomes of it on the way. */
final class Exchange {

    /** Longer paths and keys are cut in the journal: nothing the APIs take is longer. */
    private static final int MAX_TEXT = 200;

    private static final String DATA_KEY = Exchange.class.getName();
    private static final int NO_ANSWER = 0;

    private final ApiCall call;
    private final HttpServerRequest request;
    private final Instant at;
    private final long started = System.nanoTime();
    private final AtomicBoolean written = new AtomicBoolean();
    private volatile RequestFaults faults = RequestFaults.NONE;
    private volatile Optional<Msn> msn;
    private volatile Optional<String> reference;
    private volatile boolean wasCut;
    private volatile boolean effect;
    private volatile boolean replay;

    private Exchange(ApiCall call, HttpServerRequest request, Instant at) {
        this.call = call;
        this.request = request;
        this.at = at;
        this.msn = Optional.ofNullable(request.getHeader(AuthenticationFilter.SERIAL_NUMBER))
                .filter(Msn::isValid)
                .map(Msn::new);
        this.reference = call.reference();
    }

    static Exchange begin(ApiCall call, RoutingContext context, Instant at) {
        Exchange exchange = new Exchange(call, context.request(), at);
        context.put(DATA_KEY, exchange);
        return exchange;
    }

    /** Empty for the sandbox's own paths. */
    static Optional<Exchange> of(RoutingContext context) {
        return Optional.ofNullable(context.get(DATA_KEY));
    }

    ApiCall call() {
        return call;
    }

    Optional<Msn> msn() {
        return msn;
    }

    Optional<String> reference() {
        return reference;
    }

    Optional<String> idempotencyKey() {
        return Optional.ofNullable(request.getHeader(PaymentResource.IDEMPOTENCY_KEY));
    }

    RequestFaults faults() {
        return faults;
    }

    void about(String knownReference) {
        reference = Optional.of(knownReference);
    }

    void hitBy(RequestFaults hits) {
        faults = hits;
    }

    /** Takes over what the resource learned and did. */
    void worked(Call work) {
        msn = work.knownMerchant().map(MerchantState::msn).or(() -> msn);
        reference = work.reference().or(() -> reference);
        effect = work.effect();
        replay = work.replay();
    }

    /** Before the merchant can see the answer, so that whoever saw it finds the entry. Only the first call counts. */
    void answered(Journal journal, int status) {
        if (written.compareAndSet(false, true)) {
            journal.add(seq -> new JournalEntry.Request(
                    seq,
                    at,
                    msn,
                    reference.map(Exchange::cut),
                    call,
                    request.method().name(),
                    cut(MerchantApis.shown(request.path())),
                    idempotencyKey().map(Exchange::cut),
                    status,
                    effect,
                    replay,
                    faults.ids(),
                    Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    /** @return when the connection is gone */
    Future<Void> cut(Journal journal, boolean reset) {
        wasCut = true;
        unanswered(journal);
        return Wire.cut(request, reset);
    }

    boolean wasCut() {
        return wasCut;
    }

    void unanswered(Journal journal) {
        answered(journal, NO_ANSWER);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
