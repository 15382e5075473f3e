package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.CodeRefusal;
import dev.kvitt.events.Msn;
import dev.kvitt.messaging.Failures;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Lets in who has a token for the sales unit, and puts into words what went wrong inside. */
@Singleton
class CodeDoor {

    private static final Logger LOG = Logger.getLogger(CodeDoor.class);

    private final CodeTokens tokens;
    private final Registry registry;

    CodeDoor(CodeTokens tokens, Registry registry) {
        this.tokens = tokens;
        this.registry = registry;
    }

    /** A sales unit that is not there and one that is not the caller's get the same answer. */
    Response open(String authorization, String msn, Function<CodesResource.Caller, Response> inside) {
        var holder = tokens.holder(authorization);
        if (holder.isEmpty()) {
            return Problems.unauthorized();
        }
        var known = msn(msn).filter(holder.get()::speaksFor)
                .filter(found -> registry.salesUnit(found).isPresent());
        if (known.isEmpty()) {
            return Problems.of(404, "unknown-sales-unit", "This token is good for no such sales unit.");
        }
        try {
            return inside.apply(new CodesResource.Caller(holder.get().name(), known.get()));
        } catch (CodeRefusal e) {
            return Problems.of(e);
        } catch (RuntimeException e) {
            if (!Failures.passing(e)) {
                throw e;
            }
            LOG.warnf("An order about a printed code failed: %s", Failures.reason(e));
            return Problems.of(503, "database", "The database did not answer. Try again; it is safe.");
        }
    }

    private static Optional<Msn> msn(String text) {
        try {
            return Optional.of(new Msn(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
