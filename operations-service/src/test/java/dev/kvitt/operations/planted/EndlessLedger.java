package dev.kvitt.operations.planted;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sales of one sales unit, one line at a time and already sorted, as many as wanted; two rows of the report each. Remembers nothing. */
public final class EndlessLedger {
    /** One sale in so many has no row for its capture. */
    private static final int MISSING = 10_000;

    private final int sales;
    private long balance;
    private long position;

    public EndlessLedger(int sales) {
        this.sales = sales;
    }

    public Stream<String> ours() {
        return IntStream.range(0, sales).mapToObj(n -> sale(n).text());
    }

    /** Sorted both ways: by payment, and by place. */
    public Stream<String> report() {
        return IntStream.range(0, sales).boxed().flatMap(this::rows);
    }

    /** Read so far. */
    public long rows() {
        return position;
    }

    public long planted() {
        return ((long) sales + MISSING - 1) / MISSING;
    }

    private static Instant at(int n) {
        return World.NOW.minus(Duration.ofDays(20)).plusMillis(n);
    }

    private static Line sale(int n) {
        Line line = new Line("123456", String.format("K%08d-1", n), "NOK", at(n));
        line.authorized = 5000;
        line.authorizedAt = at(n);
        line.move("C", "7" + n, 5000, at(n));
        return line;
    }

    private Stream<String> rows(int n) {
        return n % MISSING == 0 ? Stream.empty() : Stream.of(row(n, "capture", 5000), row(n, "top-up", 1));
    }

    private String row(int n, String type, long amount) {
        String reference = String.format("K%08d-1", n);
        Booked row = new Booked("800001", "funds", "123456", reference, "7" + n, type, "NOK", amount, at(n), at(n));
        row.position = ++position;
        row.before = balance;
        balance += amount;
        row.after = balance;
        row.date = LocalDate.ofInstant(at(n), ZoneOffset.UTC);
        return row.text();
    }
}
