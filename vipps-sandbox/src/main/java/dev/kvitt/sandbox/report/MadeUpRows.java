package dev.kvitt.sandbox.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The made-up rows of a ledger by number and by date. Holds one day at a time, however many there are. */
final class MadeUpRows {

    private record Held(int day, MadeUpDay rows) {}

    private final MadeUp plan;
    private final LedgerDates dates;
    private final PayoutNames names;
    /** Number of each day's first row; one more for the end. */
    private final long[] funds;

    private final long[] fees;
    private final AtomicReference<Held> last = new AtomicReference<>();

    MadeUpRows(MadeUp plan, LedgerDates dates, PayoutNames names) {
        this.plan = plan;
        this.dates = dates;
        this.names = names;
        int days = plan.busyDays();
        this.funds = new long[days + 1];
        this.fees = new long[days + 1];
        for (int day = 0; day < days; day++) {
            MadeUpDay made = make(day);
            funds[day + 1] = funds[day] + made.rows(Topic.FUNDS).size();
            fees[day + 1] = fees[day] + made.rows(Topic.FEES).size();
        }
    }

    long count(Topic topic) {
        long[] starts = starts(topic);
        return starts[starts.length - 1];
    }

    /** Payouts made, at most one a day. */
    int payouts() {
        return plan.busyDays();
    }

    LocalDate lastDate() {
        return plan.firstDate().plusDays(plan.busyDays() - 1L);
    }

    /** Number of the date's first row, or of the first after it. */
    long firstOn(Topic topic, LocalDate date) {
        long day = ChronoUnit.DAYS.between(plan.firstDate(), date);
        return starts(topic)[(int) Math.clamp(day, 0L, (long) plan.busyDays())];
    }

    /** @param from number of the first row */
    List<LedgerRow> rows(Topic topic, long from, int limit) {
        List<LedgerRow> rows = new ArrayList<>();
        long number = from;
        while (rows.size() < limit && number < count(topic)) {
            int day = dayOf(topic, number);
            List<LedgerRow> onDay = held(day).rows(topic);
            int index = (int) (number - starts(topic)[day]);
            int end = Math.min(onDay.size(), index + limit - rows.size());
            rows.addAll(onDay.subList(index, end));
            number += end - index;
        }
        return rows;
    }

    private int dayOf(Topic topic, long number) {
        long[] starts = starts(topic);
        int day = 0;
        while (starts[day + 1] <= number) {
            day++;
        }
        return day;
    }

    private MadeUpDay held(int day) {
        Held known = last.get();
        if (known == null || known.day() != day) {
            known = new Held(day, make(day));
            last.set(known);
        }
        return known.rows();
    }

    private MadeUpDay make(int day) {
        return MadeUpDay.of(plan, day, dates.begin(plan.firstDate().plusDays(day)), names);
    }

    private long[] starts(Topic topic) {
        return topic == Topic.FUNDS ? funds : fees;
    }
}
