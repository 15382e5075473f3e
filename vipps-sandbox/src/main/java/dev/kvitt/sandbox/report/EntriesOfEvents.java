package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.PaymentEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is booked for an event: a row of funds, and a capture's fees, all by the event's own {@code pspReference}. */
final class EntriesOfEvents {

    private final Twists twists;

    EntriesOfEvents(Twists twists) {
        this.twists = twists;
    }

    /** @param later than usual */
    record Booked(List<Entry> entries, Duration later) {}

    /** Empty = no money moved. */
    Optional<Booked> of(PaymentEvent event, Terms terms) {
        boolean moved = event.success() && !event.amount().isZero();
        if (moved && event.name() == EventName.CAPTURED) {
            Entry row =
                    entry(event, Topic.FUNDS, EntryTypes.CAPTURE, event.amount().value());
            long fee = terms.fee(row.amount());
            return Optional.of(twisted(event, row, fee > 0 ? List.of(fee) : List.of()));
        }
        if (moved && event.name() == EventName.REFUNDED) {
            Entry row =
                    entry(event, Topic.FUNDS, EntryTypes.REFUND, -event.amount().value());
            return Optional.of(twisted(event, row, List.of()));
        }
        return Optional.empty();
    }

    private Booked twisted(PaymentEvent event, Entry usual, List<Long> usualFees) {
        Entry row = usual;
        List<Long> fees = new ArrayList<>(usualFees);
        Duration later = Duration.ZERO;
        boolean missing = false;
        int copies = 1;
        for (Twist twist : twists.hit(event, usual.entryType())) {
            switch (twist.kind()) {
                case MISSING -> missing = true;
                case LATE -> later = later.plus(twist.by());
                case EXTRA_FEE -> fees.add(twist.amount());
                case OTHER_AMOUNT -> row = row.withAmount(Math.addExact(row.amount(), twist.amount()));
                case TWICE -> copies++;
            }
        }
        List<Entry> entries = new ArrayList<>();
        if (!missing) {
            for (int copy = 0; copy < copies; copy++) {
                entries.add(row);
            }
            fees.forEach(fee -> entries.add(entry(event, Topic.FEES, EntryTypes.CAPTURE_FEE, -fee)));
        }
        return new Booked(entries, later);
    }

    private static Entry entry(PaymentEvent event, Topic topic, String type, long amount) {
        return new Entry(
                topic,
                type,
                amount,
                event.pspReference().value(),
                Optional.of(event.reference().value()),
                Optional.of(event.msn()),
                event.timestamp());
    }
}
