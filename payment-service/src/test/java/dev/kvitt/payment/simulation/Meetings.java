package dev.kvitt.payment.simulation;

import dev.kvitt.payment.simulation.Part.Counted;
import dev.kvitt.payment.simulation.Part.Deed;
import dev.kvitt.payment.simulation.Part.Heard;
import dev.kvitt.payment.simulation.Part.Wish;
import java.time.Duration;
import java.util.List;

/** Things that matter when they meet, and that chance alone brings together too seldom. */
final class Meetings {

    private final Chance chance;
    private final List<Part> parts;

    Meetings(Chance chance, List<Part> parts) {
        this.chance = chance;
        this.parts = parts;
    }

    void add() {
        if (chance.in(5)) {
            anotherMeetsApproval();
        }
        if (chance.in(5)) {
            anotherMeetsSilence();
        }
        if (chance.in(3)) {
            refundMeetsSilence();
        }
        if (chance.in(2)) {
            parkingMeetsSelection();
        }
        if (chance.in(2)) {
            givingUpMeetsSilence();
        }
        if (chance.in(3)) {
            var what = chance.of(Counted.TURNED_AWAY, Counted.INTERNAL_ERROR);
            var first = 1 + chance.below(6);
            for (int n = first; n <= first + chance.below(4); n++) {
                parts.add(new Part.Mishap(what, n, Duration.ZERO));
            }
        }
    }

    /** Vipps is away for longer than a key is trusted, a person is called, and one of the tries arrives after all. */
    private void givingUpMeetsSilence() {
        var hour = Duration.ofMinutes(62).plus(chance.upTo(Duration.ofMinutes(30)));
        parts.add(new Part.Outage(Part.Lasting.VIPPS_AWAY, chance.seconds(10, 120), hour));
        parts.add(new Part.Mishap(Counted.REQUEST_LATE, 2 + chance.below(24), chance.upTo(Duration.ofMinutes(12))));
    }

    /** The till wants another attempt in the very moment in which the customer approves; nobody tells us at once. */
    private void anotherMeetsApproval() {
        var approval = chance.seconds(5, 60);
        parts.removeIf(part -> part instanceof Part.OthersAct act && act.attempt() == 1 && act.deed() == Deed.APPROVES);
        parts.add(new Part.OthersAct(1, approval, Deed.APPROVES));
        parts.add(new Part.Mishap(Counted.WEBHOOK_LATE, 2, chance.upTo(Duration.ofMinutes(1))));
        again(Heard.REQUESTED, approval.plus(chance.millis(-300, 50)));
        if (chance.in(50)) {
            nothingIsConfirmed();
        }
    }

    /** Nobody knows whether the customer is asked, and the till does not wait. */
    private void anotherMeetsSilence() {
        var what = chance.of(Counted.REQUEST_LATE, Counted.REQUEST_LATE, Counted.ANSWER_LOST, Counted.REQUEST_LOST);
        parts.add(new Part.Mishap(what, 1, chance.upTo(Duration.ofMinutes(1))));
        parts.add(new Part.Mishap(Counted.REQUEST_LOST, 2, Duration.ZERO));
        parts.add(new Part.Mishap(Counted.REQUEST_LOST, 3, Duration.ZERO));
        parts.add(new Part.Mishap(Counted.WEBHOOK_LATE, 1, chance.upTo(Duration.ofMinutes(1))));
        again(Heard.NOTHING, chance.seconds(5, 40));
    }

    /** Money is to be paid back, and nobody knows whether it was. */
    private void refundMeetsSilence() {
        var what = chance.of(Counted.REQUEST_LATE, Counted.ANSWER_LOST, Counted.REQUEST_LOST, Counted.BUSY);
        parts.add(new Part.Mishap(what, 3, chance.upTo(Duration.ofMinutes(1))));
        parts.add(new Part.TillActs(Heard.LAST_WORD, chance.seconds(1, 60), Wish.REFUND, null, null));
    }

    /** The time to sell runs out while a person has to look first, and nothing was sold. */
    private void parkingMeetsSelection() {
        nothingIsConfirmed();
        parts.add(new Part.TillActs(Heard.AUTHORIZED, chance.seconds(1, 20), Wish.PARK, null, null));
        parts.add(new Part.TillActs(Heard.AUTHORIZED, chance.seconds(80, 900), Wish.UNPARK, null, null));
    }

    private void nothingIsConfirmed() {
        parts.removeIf(part -> part instanceof Part.TillActs act && act.wish() == Wish.CONFIRM);
    }

    private void again(Heard heard, Duration after) {
        parts.add(new Part.TillActs(heard, after, Wish.AGAIN, null, chance.in(50) ? null : Plans.customer(chance)));
    }
}
