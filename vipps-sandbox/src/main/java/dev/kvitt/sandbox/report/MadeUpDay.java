package dev.kvitt.sandbox.report;

import dev.kvitt.vipps.rules.Msn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One made-up day: a capture now and then refunded in part, fees (every fortieth capture has two), and at the end all of it
 * paid out, so that each day begins with nothing.
 */
final class MadeUpDay {

    private static final int REFUND_ONE_IN = 50;
    private static final int SECOND_FEE_ONE_IN = 40;
    private static final long FIRST_PSP = 4_000_000_000_000_000L;
    private static final Duration A_DAY = Duration.ofHours(20);

    private final MadeUp plan;
    private final int day;
    private final LocalDate date;
    private final Instant begin;
    private final List<LedgerRow> funds = new ArrayList<>();
    private final List<LedgerRow> fees = new ArrayList<>();

    private MadeUpDay(MadeUp plan, int day, Instant begin) {
        this.plan = plan;
        this.day = day;
        this.date = plan.firstDate().plusDays(day);
        this.begin = begin;
    }

    /** @param begin when the date begins */
    static MadeUpDay of(MadeUp plan, int day, Instant begin, PayoutNames names) {
        MadeUpDay made = new MadeUpDay(plan, day, begin);
        made.fill(names);
        return made;
    }

    List<LedgerRow> rows(Topic topic) {
        return topic == Topic.FUNDS ? funds : fees;
    }

    private void fill(PayoutNames names) {
        int events = plan.eventsOn(day);
        for (int number = 0; number < events; number++) {
            long event = (long) day * plan.perDay() + number;
            Instant time = begin.plus(A_DAY.multipliedBy(number).dividedBy(events));
            boolean refund = number > 0 && event % REFUND_ONE_IN == REFUND_ONE_IN - 1;
            if (refund) {
                add(funds, entry(Topic.FUNDS, EntryTypes.REFUND, -(amount(event - 1) / 2), event, event - 1, time));
            } else {
                captured(event, time);
            }
        }
        payOut(begin.plus(A_DAY), names);
    }

    private void captured(long event, Instant time) {
        long amount = amount(event);
        add(funds, entry(Topic.FUNDS, EntryTypes.CAPTURE, amount, event, event, time));
        long fee = plan.terms().fee(amount);
        if (fee > 0) {
            add(fees, entry(Topic.FEES, EntryTypes.CAPTURE_FEE, -fee, event, event, time));
        }
        if (event % SECOND_FEE_ONE_IN == 0) {
            add(fees, entry(Topic.FEES, EntryTypes.CAPTURE_FEE, -1, event, event, time));
        }
    }

    private void payOut(Instant time, PayoutNames names) {
        long owed = -balance(fees);
        int payout = day + 1;
        if (owed > 0) {
            String reference = names.pspReference(payout) + "-fees";
            add(funds, sum(Topic.FUNDS, EntryTypes.FEES_RETAINED, -owed, reference, Optional.empty(), time));
            add(fees, sum(Topic.FEES, EntryTypes.FEES_RETAINED, owed, reference, Optional.empty(), time));
        }
        if (balance(funds) > 0) {
            add(
                    funds,
                    sum(
                            Topic.FUNDS,
                            names.entryType(),
                            -balance(funds),
                            names.pspReference(payout),
                            Optional.of(names.reference(payout)),
                            time));
        }
    }

    private Entry entry(Topic topic, String type, long amount, long event, long payment, Instant time) {
        Msn recipient =
                plan.terms().msns().get((int) (payment % plan.terms().msns().size()));
        return new Entry(
                topic,
                type,
                amount,
                String.valueOf(FIRST_PSP + (plan.seed() & 0xffff) * MadeUp.MOST_EVENTS + event),
                Optional.of("made-up-" + plan.seed() + "-" + payment),
                Optional.of(recipient),
                time);
    }

    private static Entry sum(
            Topic topic, String type, long amount, String pspReference, Optional<String> reference, Instant time) {
        return new Entry(topic, type, amount, pspReference, reference, Optional.empty(), time);
    }

    /** 10.00 to 999.00. */
    private long amount(long event) {
        return 100 * new SplittableRandom(plan.seed() * 31 + event).nextLong(10, 1000);
    }

    private void add(List<LedgerRow> rows, Entry entry) {
        rows.add(LedgerRow.of(entry, date, balance(rows)));
    }

    private static long balance(List<LedgerRow> rows) {
        return rows.isEmpty() ? 0 : rows.getLast().balanceAfter();
    }
}
