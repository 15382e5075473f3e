package dev.kvitt.gateway.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.GatewayConfig;
import dev.kvitt.gateway.domain.PublicUrl;
import dev.kvitt.gateway.domain.RegistrationBook;
import dev.kvitt.gateway.domain.UpkeepPlan;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Keeps every sales unit's registrations alive. A round that is repeated, or stopped anywhere, does no harm. */
@Singleton
public class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final SalesUnits salesUnits;
    private final RegistrationBook book;
    private final PublicUrl publicUrl;
    private final UpkeepStatus status;
    private final ForeignRegistrations foreign;
    private final Duration retiredKept;
    private final InstantSource clock;

    Upkeep(
            SalesUnits salesUnits,
            RegistrationBook book,
            PublicUrl publicUrl,
            UpkeepStatus status,
            ForeignRegistrations foreign,
            GatewayConfig config,
            InstantSource clock) {
        this.salesUnits = salesUnits;
        this.book = book;
        this.publicUrl = publicUrl;
        this.status = status;
        this.foreign = foreign;
        this.retiredKept = config.retiredKept();
        this.clock = clock;
    }

    /** Looks after all sales units; what fails for one does not keep the next from its turn. */
    public synchronized void round() {
        for (var msn : salesUnits.enabled()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                book.alone(msn, () -> lookAfter(msn));
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "The webhook registrations of sales unit %s could not be looked after. Webhooks already"
                                + " registered still work; the next round tries again.",
                        msn);
                status.failed(msn, "the store failed: " + e.getClass().getSimpleName());
            }
        }
    }

    private void lookAfter(Msn msn) {
        var calls = new WebhookCalls(msn, salesUnits.webhooks(msn), book);
        var listed = calls.list();
        if (listed.isPresent()) {
            var forgetBefore = clock.instant().minus(retiredKept);
            var plan = UpkeepPlan.of(publicUrl, book.of(msn), listed.get(), forgetBefore);
            foreign.tell(msn, plan.foreign());
            for (var step : plan.steps()) {
                if (!calls.take(step)) {
                    break;
                }
            }
        }
        calls.problem().ifPresentOrElse(problem -> status.failed(msn, problem), () -> status.kept(msn));
    }
}
