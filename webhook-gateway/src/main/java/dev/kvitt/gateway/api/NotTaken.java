package dev.kvitt.gateway.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Counts the webhooks not taken, and tells of each cause at most once a minute: whoever sends rubbish cannot fill the log. */
@Singleton
class NotTaken {

    /** Between two lines in the log about the same cause. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(NotTaken.class);

    private record Tally(long untold, Instant told) {}

    private final Map<Cause, Tally> tallies = new EnumMap<>(Cause.class);
    private final InstantSource clock;

    NotTaken(InstantSource clock) {
        this.clock = clock;
        // From 0: whoever watches for growth would not see the first of something that was not there before.
        List.of(Cause.values()).forEach(NotTaken::counter);
        WebhookCounts.begin();
    }

    /** Counts and gives the answer. */
    Answer because(Cause cause) {
        return tell(cause, "");
    }

    /** As {@link #because(Cause)}, naming the kind of failure and not its text, which may say too much. */
    Answer because(Cause cause, Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return tell(cause, " (" + root.getClass().getSimpleName() + ")");
    }

    private Answer tell(Cause cause, String detail) {
        counter(cause).increment();
        var untold = untold(cause);
        if (untold > 0) {
            LOG.warnf(
                    "%d webhook(s) answered %d: %s%s. %s",
                    untold, cause.answer().status(), cause.sentence(), detail, consequence(cause));
        }
        return cause.answer();
    }

    private static Counter counter(Cause cause) {
        return Metrics.counter("kvitt.webhooks.not.taken", "cause", cause.label());
    }

    private static String consequence(Cause cause) {
        return cause.answer() == Answer.REFUSED
                ? "Nothing was published."
                : "Vipps repeats such webhooks for 7 days, and polling tells of the payments meanwhile.";
    }

    /** How many to tell of now; 0 while the last line about this cause is younger than {@link #QUIET}. */
    synchronized long untold(Cause cause) {
        var now = clock.instant();
        var old = tallies.getOrDefault(cause, new Tally(0, Instant.MIN));
        var untold = old.untold() + 1;
        var tell = now.isAfter(old.told().plus(QUIET));
        tallies.put(cause, tell ? new Tally(0, now) : new Tally(untold, old.told()));
        return tell ? untold : 0;
    }
}
