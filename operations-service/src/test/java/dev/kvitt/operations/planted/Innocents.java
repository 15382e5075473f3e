package dev.kvitt.operations.planted;

import dev.kvitt.operations.planted.World.Unit;
import java.time.Duration;
import java.time.Instant;

/** Sales in which nothing is wrong, however odd they look. */
final class Innocents {
    private final World world;

    Innocents(World world) {
        this.world = world;
    }

    void one() {
        Unit unit = world.unit();
        switch (world.random.nextInt(20)) {
            case 0 -> nobodyPaid(unit);
            case 1 -> released(unit);
            case 2 -> young(unit);
            case 3 -> anothers();
            case 4 -> disputedAndWon(unit);
            case 5 -> oddRows(unit);
            case 6, 7 -> byPollOnly(unit);
            case 8 -> givenBackAndPaidAgain(unit);
            case 9 -> reservedByAnother(unit);
            default -> told(unit);
        }
    }

    /** Captured in parts, the rest released, perhaps given back; known in full on all sides. */
    private Line told(Unit unit) {
        Line line = reserved(unit, world.longAgo());
        int parts = 1 + world.random.nextInt(3);
        long left = line.authorized;
        Instant at = line.authorizedAt;
        for (int part = 0; part < parts; part++) {
            long amount =
                    part == parts - 1 && world.once(2) ? left : 1 + (long) (left * 0.6 * world.random.nextDouble());
            left -= amount;
            at = at.plusSeconds(60 + world.random.nextInt(600));
            capture(unit, line, amount, at);
        }
        line.cancelled = left;
        refunds(unit, line, at);
        line.confirmed = world.once(2) ? (Long) line.captured : null;
        world.ours.add(line);
        if (world.once(40)) {
            look(line.copy());
        }
        return line;
    }

    private void refunds(Unit unit, Line line, Instant after) {
        for (int n = world.random.nextInt(8) - 5; n > 0 && line.captured - line.refunded > 10; n--) {
            long back = 1 + (long) ((line.captured - line.refunded) * 0.9 * world.random.nextDouble());
            refund(unit, line, back, after.plusSeconds(600L * n));
        }
    }

    /** Some movements are known by the sum only, as a poll tells them. */
    private void byPollOnly(Unit unit) {
        Line line = told(unit);
        line.moves.removeIf(move -> world.once(2));
    }

    /** Another system's webhooks told of it, and it is that system's to take or to release, on a shared sales unit or on ours alone. */
    private void reservedByAnother(Unit unit) {
        Line line = reserved(world.once(2) ? World.SHARED : unit, world.longAgo());
        line.named = false;
        world.ours.add(line);
    }

    private void givenBackAndPaidAgain(Unit unit) {
        Line first = reserved(unit, world.longAgo());
        capture(unit, first, first.authorized, first.authorizedAt.plusSeconds(60));
        refund(unit, first, first.authorized, first.last.plusSeconds(60));
        world.ours.add(first);
        again(unit, first);
    }

    /** The same sale is paid by one more attempt. */
    Line again(Unit unit, Line first) {
        Line second = new Line(unit.msn(), first.sale + "-9", unit.currency(), first.created);
        second.authorized = first.authorized;
        second.authorizedAt = first.authorizedAt;
        capture(unit, second, second.authorized, first.last.plusSeconds(60));
        first.keptElsewhere = second.captured;
        second.keptElsewhere = first.captured - first.refunded;
        world.ours.add(second);
        return second;
    }

    private void nobodyPaid(Unit unit) {
        Line line = new Line(unit.msn(), world.reference(), unit.currency(), world.longAgo());
        line.cancelled = world.once(2) ? world.amount() : 0;
        world.ours.add(line);
        if (world.once(20)) {
            Line seen = line.copy();
            seen.cancelled = world.once(2) ? world.amount() : 0;
            look(seen);
        }
    }

    private void released(Unit unit) {
        Line line = reserved(unit, world.longAgo());
        line.cancelled = line.authorized;
        line.confirmed = 0L;
        line.receiptOwed = true;
        world.ours.add(line);
    }

    /** Of today: the report does not have it yet, or our ledger does not, or it is still reserved. */
    private void young(Unit unit) {
        Line line = reserved(unit, World.NOW.minus(Duration.ofMinutes(40 + world.random.nextInt(300))));
        Instant lately = World.NOW.minusSeconds(world.random.nextInt(600));
        switch (world.random.nextInt(4)) {
            case 0 -> {
                line.receiptOwed = true;
                line.move("C", world.psp(), line.authorized, lately);
            }
            case 1 -> world.book(unit, line.reference, world.psp(), "capture", line.authorized, lately);
            case 2 -> {
                Line seen = line.copy();
                seen.move("C", world.psp(), seen.authorized, lately);
                look(seen);
            }
            default -> {}
        }
        world.ours.add(line);
    }

    private void anothers() {
        String reference = world.once(2) ? world.reference() : "shop-" + world.psp();
        Instant at = world.longAgo();
        String psp = world.psp();
        world.book(World.SHARED, reference, psp, "capture", world.amount(), at);
        world.book(World.SHARED, reference, psp, "capture-fee", -7, at);
        if (world.once(5)) {
            world.book(World.SHARED, world.reference(), world.psp(), "refund", -world.amount(), at);
        }
    }

    private void disputedAndWon(Unit unit) {
        Line line = told(unit);
        if (!line.moves.isEmpty() && world.once(10)) {
            String psp = line.psp("C");
            Instant at = line.last.plus(Duration.ofHours(3));
            world.book(unit, line.reference, psp, "retained-disputed-capture", -100, at);
            world.book(unit, line.reference, psp, "returned-disputed-capture", 100, at.plusSeconds(3600));
        }
    }

    private void oddRows(Unit unit) {
        if (world.once(20)) {
            world.book(unit, "", "", "top-up", 100_000, world.longAgo());
            world.book(unit, "", "", "service-fee", -4900, world.longAgo());
        } else {
            told(unit);
        }
    }

    Line reserved(Unit unit, Instant at) {
        Line line = new Line(unit.msn(), world.reference(), unit.currency(), at);
        line.authorized = world.amount();
        line.authorizedAt = at.plusSeconds(20);
        line.last = line.authorizedAt;
        return line;
    }

    void capture(Unit unit, Line line, long amount, Instant at) {
        String psp = world.psp();
        line.move("C", psp, amount, at);
        world.book(unit, line.reference, psp, "capture", amount, at);
        fees(unit, line.reference, psp, at);
    }

    void fees(Unit unit, String reference, String psp, Instant at) {
        for (int fees = 1 + world.random.nextInt(2); fees > 0; fees--) {
            world.book(unit, reference, psp, "capture-fee", -1 - world.random.nextInt(99), at.plusSeconds(fees));
        }
    }

    void refund(Unit unit, Line line, long amount, Instant at) {
        String psp = world.psp();
        line.move("R", psp, amount, at);
        world.book(unit, line.reference, psp, "refund", -amount, at);
    }

    void look(Line line) {
        line.lookedAt = World.NOW.minus(Duration.ofMinutes(5));
        world.looks.add(line);
    }
}
