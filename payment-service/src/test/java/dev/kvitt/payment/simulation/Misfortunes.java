package dev.kvitt.payment.simulation;

import dev.kvitt.payment.simulation.Part.Counted;
import dev.kvitt.payment.simulation.Part.Lasting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** What goes wrong between the parts. */
final class Misfortunes {

    private static final Duration SHORT = Duration.ofMinutes(2);
    /** Less than a request can be under way. */
    private static final Duration LATE = Duration.ofMinutes(12);

    private static final Counted[] ANY =
            EnumSet.range(Counted.WEBHOOK_LOST, Counted.COMMAND_LATE).toArray(Counted[]::new);

    private final Chance chance;
    private final List<Part> parts;

    Misfortunes(Chance chance, List<Part> parts) {
        this.chance = chance;
        this.parts = parts;
    }

    void add() {
        if (chance.in(25)) {
            return;
        }
        for (int i = chance.below(6); i > 0; i--) {
            var what = chance.of(ANY);
            parts.add(new Part.Mishap(what, 1 + chance.below(6), chance.upTo(LATE)));
        }
        for (int i = chance.below(3); i > 0; i--) {
            var what = chance.of(Lasting.values());
            parts.add(new Part.Outage(what, chance.upTo(Duration.ofMinutes(15)), time(what)));
        }
        if (chance.in(10)) {
            allWebhooksLost();
        }
    }

    private Duration time(Lasting what) {
        return switch (what) {
            case VIPPS_AWAY -> chance.in(10) ? Duration.ofMinutes(100) : chance.upTo(LATE);
            case PAYMENT_SERVICE_RESTORED, CAPTURE_SERVICE_RESTORED -> chance.upTo(LATE);
            case PAYMENT_CLOCK_FAST, PAYMENT_CLOCK_SLOW -> chance.upTo(LATE);
            default -> chance.upTo(chance.in(80) ? SHORT : LATE);
        };
    }

    private void allWebhooksLost() {
        for (int n = 1; n <= 12; n++) {
            parts.add(new Part.Mishap(Counted.WEBHOOK_LOST, n, Duration.ZERO));
        }
    }
}
