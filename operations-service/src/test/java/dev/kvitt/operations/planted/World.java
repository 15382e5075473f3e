package dev.kvitt.operations.planted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** What was made so far: three ledgers, and what is wrong with them. */
final class World {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final int DAYS = 180;

    /** A sales unit: msn, currency, ledger. Two share a ledger; the last one's fees come by invoice. */
    record Unit(String msn, String currency, String ledger) {}

    static final List<Unit> UNITS = List.of(
            new Unit("123456", "NOK", "800001"),
            new Unit("234567", "NOK", "800001"),
            new Unit("345678", "DKK", "800002"),
            new Unit("456789", "EUR", "800003"),
            new Unit("567890", "NOK", "800004"));
    static final String BY_INVOICE = "800004";
    /** On this one another system sells, and that is known. */
    static final Unit SHARED = new Unit("999999", "NOK", "800001");

    final Random random;
    final List<Line> ours = new ArrayList<>();
    final List<Line> looks = new ArrayList<>();
    final List<Booked> rows = new ArrayList<>();
    final TreeSet<String> expected = new TreeSet<>();
    private int numbers;

    World(long seed) {
        random = new Random(seed);
    }

    Unit unit() {
        return UNITS.get(random.nextInt(UNITS.size()));
    }

    /** References as tills make them: not in the order of time. */
    String reference() {
        return "T" + (10 + random.nextInt(90)) + "-" + (1_000_000 + numbers++) + "-" + (1 + random.nextInt(2));
    }

    String psp() {
        return Long.toString(10_000_000_000L + random.nextInt(1_000_000)) + (1_000_000 + numbers++);
    }

    long amount() {
        return 500L + random.nextInt(50_000);
    }

    Instant longAgo() {
        long seconds = Duration.ofDays(DAYS).toSeconds();
        return NOW.minus(Duration.ofDays(DAYS + 3)).plusSeconds((long) (random.nextDouble() * seconds));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    void book(Unit unit, String reference, String psp, String type, long amount, Instant time) {
        book(unit, unit.currency(), reference, psp, type, amount, time);
    }

    void book(Unit unit, String currency, String reference, String psp, String type, long amount, Instant time) {
        Duration trail = once(50) ? Duration.ofHours(random.nextInt(48)) : Duration.ofSeconds(random.nextInt(600));
        Instant bookedAt = time.plus(trail);
        String topic = type.endsWith("-fee") || type.equals("fees-invoiced") ? "fees" : "funds";
        rows.add(new Booked(unit.ledger(), topic, unit.msn(), reference, psp, type, currency, amount, time, bookedAt));
    }

    /** A matcher must find this. */
    void expect(String code, String msn, String reference, String psp) {
        expected.add(String.join("|", code, msn, reference, psp));
    }
}
