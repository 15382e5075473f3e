package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.Journal;
import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.SandboxClock;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes each call to a merchant API into the journal, with what it changed. */
class JournalFilter {

    private static final Logger LOG = Logger.getLogger(JournalFilter.class);

    private final Journal journal;
    private final SandboxClock clock;
    private final Call call;

    JournalFilter(Journal journal, SandboxClock clock, Call call) {
        this.journal = journal;
        this.clock = clock;
        this.call = call;
    }

    @ServerResponseFilter
    void write(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (!MerchantApis.contains(path)) {
            return;
        }
        String shown = MerchantApis.shown(path);
        String method = request.getMethod();
        int status = response.getStatus();
        Optional<String> key = Optional.ofNullable(request.getHeaderString(PaymentResource.IDEMPOTENCY_KEY));
        LOG.debugf("%s %s %d", method, shown, status);
        journal.add(seq -> new JournalEntry.Request(
                seq,
                clock.now(),
                call.knownMerchant().map(MerchantState::msn),
                call.reference(),
                method,
                shown,
                key,
                status,
                call.effect(),
                call.replay()));
    }
}
