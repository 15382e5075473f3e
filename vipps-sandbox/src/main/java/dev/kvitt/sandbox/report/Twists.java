package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.PaymentEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** The twists that wait for their events; forgotten at a restart, as faults are. */
@ApplicationScoped
public class Twists {

    /** At a time. */
    public static final int MOST = 10_000;

    private final List<Twist> waiting = new ArrayList<>();

    public synchronized List<Twist> all() {
        return List.copyOf(waiting);
    }

    /** @return false = there are too many already */
    public synchronized boolean add(Twist twist) {
        return waiting.size() < MOST && waiting.add(twist);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** All that hit the event; each counts it. */
    synchronized List<Twist> hit(PaymentEvent event, String entryType) {
        List<Twist> hits = new ArrayList<>();
        for (ListIterator<Twist> each = waiting.listIterator(); each.hasNext(); ) {
            Twist twist = each.next();
            if (twist.fits(event, entryType)) {
                hits.add(twist);
                if (twist.times() > 1) {
                    each.set(twist.once());
                } else {
                    each.remove();
                }
            }
        }
        return hits;
    }
}
