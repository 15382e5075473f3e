package dev.kvitt.operations.planted;

import dev.kvitt.operations.planted.World.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Plants one difference of each kind that concerns a payment or a row. Every method says what must be found, and that is all. */
final class Differences {
    private final World world;
    private final Innocents innocents;
    private int types;

    Differences(World world, Innocents innocents) {
        this.world = world;
        this.innocents = innocents;
    }

    /** The kinds; each call plants one. */
    List<Runnable> kinds() {
        return List.of(
                this::capturedUnknownHere,
                this::capturedUnknownAtVipps,
                this::refundedUnknownHere,
                this::refundedUnknownAtVipps,
                this::authorizedDiffers,
                this::cancelledDiffers,
                () -> differsAtVipps("C", "captured-differs-at-vipps"),
                () -> differsAtVipps("R", "refunded-differs-at-vipps"),
                this::missingAtVipps,
                this::forgotten,
                this::aboveConfirmed,
                this::takenTwice,
                this::receiptMissing,
                () -> missingInReport("C", "capture", "capture-missing-in-report"),
                () -> missingInReport("R", "refund", "refund-missing-in-report"),
                () -> differsInReport("C", "capture", "captured-differs-in-report"),
                () -> differsInReport("R", "refund", "refunded-differs-in-report"),
                this::refundNotMatched,
                this::foreign,
                this::foreignByWebhook,
                this::duplicate,
                this::feeWithoutCapture,
                this::currencyDiffers,
                this::unknownType,
                this::correction,
                this::dispute);
    }

    private void capturedUnknownHere() {
        Line line = sale();
        String psp = line.psp("C");
        switch (world.random.nextInt(3)) {
            case 0 -> innocents.look(line.copy()); // told by both others
            case 1 -> { // we think that nobody paid
                line.authorized = 0;
                line.cancelled = 0;
                line.authorizedAt = null;
            }
            default -> { // we lost the whole payment; its metadata says that it is ours
                innocents.look(line.copy());
                world.ours.remove(line);
                expect("refunded-unknown-here", line, line.psp("R"));
            }
        }
        expect("captured-unknown-here", line, psp);
        line.forget("C");
        if (line.authorized == 0) {
            expect("refunded-unknown-here", line, line.psp("R"));
            line.forget("R");
        }
    }

    private void capturedUnknownAtVipps() {
        Line line = sale();
        String psp = world.psp();
        line.cancelled -= 50;
        innocents.look(line.copy());
        line.move("C", psp, 50, line.last);
        expect("captured-unknown-at-vipps", line, psp);
        expect("reserved-and-forgotten", line, "");
    }

    private void refundedUnknownHere() {
        Line line = sale();
        if (world.once(2)) {
            innocents.look(line.copy());
        }
        expect("refunded-unknown-here", line, line.psp("R"));
        line.forget("R");
    }

    private void refundedUnknownAtVipps() {
        Line line = sale();
        innocents.look(line.copy());
        String psp = world.psp();
        line.move("R", psp, 30, line.last);
        expect("refunded-unknown-at-vipps", line, psp);
    }

    private void authorizedDiffers() {
        Line line = sale();
        Line seen = line.copy();
        seen.authorized -= 100;
        innocents.look(seen);
        expect("authorized-differs", line, "");
    }

    private void cancelledDiffers() {
        Line line = sale();
        innocents.look(line.copy());
        line.cancelled = 0;
        expect("cancelled-differs", line, "");
    }

    private void differsAtVipps(String way, String code) {
        Line line = sale();
        innocents.look(line.copy());
        line.more(way, -10);
        expect(code, line, line.psp(way));
    }

    private void missingAtVipps() {
        Line line = sale();
        Line seen = new Line(line.msn, line.reference, line.currency, line.created);
        seen.present = false;
        innocents.look(seen);
        expect("payment-missing-at-vipps", line, "");
    }

    private void forgotten() {
        Line line = innocents.reserved(world.unit(), world.longAgo());
        world.ours.add(line);
        if (world.once(2)) {
            innocents.look(line.copy());
        }
        expect("reserved-and-forgotten", line, "");
    }

    private void aboveConfirmed() {
        Line line = sale();
        line.confirmed = line.captured - line.refunded - 1;
        expect("captured-above-confirmed", line, "");
    }

    /** Both attempts of a sale that confirms no amount are captured. */
    private void takenTwice() {
        Line first = sale();
        Line second = innocents.again(unitOf(first), first);
        expect("captured-above-confirmed", first, "");
        expect("captured-above-confirmed", second, "");
    }

    private void receiptMissing() {
        Line line = sale();
        line.receiptOwed = true;
        askedAboutLately(line);
        expect("receipt-missing", line, "");
    }

    private void missingInReport(String way, String type, String code) {
        Line line = sale();
        String psp = line.psp(way);
        world.rows.removeIf(row -> row.psp.equals(psp) && row.type.equals(type));
        boolean byPollOnly = world.once(3);
        if (byPollOnly) {
            line.moves.removeIf(move -> move[1].equals(psp));
            askedAboutLately(line);
        }
        expect(code, line, byPollOnly ? "" : psp);
    }

    /** Something of no account is heard of it again and again. */
    private void askedAboutLately(Line line) {
        if (world.once(2)) {
            line.last = World.NOW.minus(Duration.ofMinutes(20));
        }
    }

    private void differsInReport(String way, String type, String code) {
        Line line = sale();
        String psp = line.psp(way);
        long off = world.once(2) ? 100 : -100;
        world.rows.stream()
                .filter(row -> row.psp.equals(psp) && row.type.equals(type))
                .forEach(row -> row.amount += off);
        expect(code, line, psp);
    }

    private void refundNotMatched() {
        Unit unit = world.unit();
        String reference = world.once(2) ? world.reference() : "";
        String psp = world.psp();
        world.book(unit, reference, psp, "refund", -world.amount(), world.longAgo());
        world.expect("refund-not-matched", unit.msn(), reference, psp);
    }

    private void foreign() {
        Unit unit = world.unit();
        String reference = world.once(2) ? world.reference() : "Web_" + world.psp();
        Instant at = world.longAgo();
        for (int n = world.random.nextInt(3); n >= 0; n--) {
            String psp = world.psp();
            world.book(unit, reference, psp, "capture", world.amount(), at);
            innocents.fees(unit, reference, psp, at);
            world.book(unit, reference, world.psp(), "refund", -1, at.plusSeconds(60));
        }
        world.expect("foreign-payment", unit.msn(), reference, "");
    }

    /** Every webhook of the sales unit comes to us, another system's too. */
    private void foreignByWebhook() {
        Line line = sale();
        line.named = false;
        if (world.once(2)) {
            Line seen = line.copy();
            seen.ours = false;
            innocents.look(seen);
        }
        expect("foreign-payment", line, "");
    }

    private void duplicate() {
        Line line = sale();
        String way = world.once(2) ? "C" : "R";
        String psp = line.psp(way);
        Booked first = world.rows.stream()
                .filter(row -> row.psp.equals(psp) && !row.type.equals("capture-fee"))
                .findFirst()
                .orElseThrow();
        world.book(unitOf(line), line.reference, psp, first.type, first.amount, first.time.plusSeconds(3));
        expect("duplicate-row", line, psp);
    }

    private void feeWithoutCapture() {
        Line line = sale();
        String psp = world.psp();
        world.book(unitOf(line), line.reference, psp, "capture-fee", -55, line.last);
        expect("fee-without-capture", line, psp);
    }

    private void currencyDiffers() {
        Line line = sale();
        if (world.once(2)) {
            Line seen = line.copy();
            seen.currency = "SEK";
            innocents.look(seen);
            expect("currency-differs", line, "");
            return;
        }
        String psp = line.psp("C");
        Booked row = world.rows.stream()
                .filter(one -> one.psp.equals(psp) && one.type.equals("capture"))
                .findFirst()
                .orElseThrow();
        world.rows.remove(row);
        world.book(unitOf(line), "SEK", line.reference, psp, "capture", row.amount, row.time);
        expect("currency-differs", line, psp);
    }

    private void unknownType() {
        String type = "novelty-" + types++;
        Unit unit = world.unit();
        for (int n = world.random.nextInt(3); n >= 0; n--) {
            boolean ofSale = world.once(2);
            String reference = ofSale ? sale(unit).reference : "";
            world.book(unit, reference, world.psp(), type, -200, world.longAgo());
        }
        world.expect("unknown-entry-type", unit.msn(), type, "");
    }

    private void correction() {
        Unit unit = world.unit();
        String reference = world.once(2) ? sale(unit).reference : "";
        String psp = world.psp();
        world.book(unit, reference, psp, "correction", 1200, world.longAgo());
        world.expect("correction-to-explain", unit.msn(), reference, psp);
    }

    private void dispute() {
        Line line = sale();
        String psp = line.psp("C");
        world.book(unitOf(line), line.reference, psp, "retained-disputed-capture", -700, line.last.plusSeconds(9000));
        if (world.once(3)) { // won in part
            Instant later = line.last.plus(Duration.ofHours(9));
            world.book(unitOf(line), line.reference, psp, "returned-disputed-capture", 300, later);
        }
        expect("dispute-to-explain", line, psp);
    }

    private void expect(String code, Line line, String psp) {
        world.expect(code, line.msn, line.reference, psp);
    }

    private static Unit unitOf(Line line) {
        return World.UNITS.stream()
                .filter(unit -> unit.msn().equals(line.msn))
                .findFirst()
                .orElseThrow();
    }

    private Line sale() {
        return sale(world.unit());
    }

    /** 1000 or more captured, some given back, the rest released; known on all sides. */
    private Line sale(Unit unit) {
        Line line = innocents.reserved(unit, world.longAgo());
        line.authorized += 1000;
        innocents.capture(unit, line, line.authorized - 400, line.authorizedAt.plusSeconds(90));
        line.cancelled = 400;
        innocents.refund(unit, line, 300, line.last.plusSeconds(3000));
        world.ours.add(line);
        return line;
    }
}
