package dev.kvitt.payment.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is out of order at a moment. */
final class Outages {

    private Outages() {}

    static boolean now(Plan plan, Agenda agenda, Part.Lasting what) {
        return until(plan, agenda, what).isPresent();
    }

    /** Until when, if it is out of order now. */
    static Optional<Instant> until(Plan plan, Agenda agenda, Part.Lasting what) {
        return plan.all(Part.Outage.class)
                .filter(outage -> outage.what() == what)
                .filter(outage ->
                        !agenda.now().isBefore(begin(outage)) && agenda.now().isBefore(end(outage)))
                .map(Outages::end)
                .max(Instant::compareTo);
    }

    static Instant begin(Part.Outage outage) {
        return Agenda.START.plus(outage.from());
    }

    private static Instant end(Part.Outage outage) {
        return begin(outage).plus(outage.time());
    }

    /** All that may delay a sale, together. */
    static Duration together(Plan plan) {
        var lasting = plan.all(Part.Outage.class).map(Part.Outage::time).reduce(Duration.ZERO, Duration::plus);
        return plan.all(Part.Mishap.class).map(Part.Mishap::time).reduce(lasting, Duration::plus);
    }
}
