package dev.kvitt.operations.support;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleParked;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A sale of any course: declined attempts, captures and refunds in parts, releases, parked or not. */
public final class AnySale {

    private static final Instant LATER = Instant.parse("2026-11-28T10:00:00Z");
    private static final int MOST_STEPS = 6;

    private final Stories story;
    private final Random random;
    private final int attempt;
    private final long reserved;
    private long captured;
    private long cancelled;
    private long refunded;
    private int step;

    private AnySale(Stories story, Random random, int attempt, long reserved) {
        this.story = story;
        this.random = random;
        this.attempt = attempt;
        this.reserved = reserved;
    }

    public static Told of(String msn, String saleId, Random random) {
        var story = new Stories(msn, saleId);
        var amount = 100L + random.nextInt(100_000);
        if (random.nextInt(10) > 0) {
            story.opened(amount);
        }
        var attempt = 1;
        for (; attempt < 3 && random.nextInt(3) == 0; attempt++) {
            story.asked(attempt, amount).declined(attempt, amount);
        }
        story.asked(attempt, amount);
        if (random.nextInt(5) > 0) {
            story.reserved(attempt, amount);
            new AnySale(story, random, attempt, amount).goesOn();
        }
        if (random.nextInt(5) == 0) {
            story.told.say(new SaleParked(story.context, new Refusal("parked", "A person has to look.", false)));
        }
        return story.told;
    }

    private void goesOn() {
        for (var steps = random.nextInt(MOST_STEPS); step < steps; step++) {
            var left = reserved - captured - cancelled;
            switch (random.nextInt(3)) {
                case 0 -> capture(upTo(left));
                case 1 -> release(left);
                default -> refund(upTo(captured - refunded));
            }
        }
    }

    private long upTo(long most) {
        return most == 0 ? 0 : 1 + random.nextLong(most);
    }

    private void capture(long part) {
        if (part == 0) {
            return;
        }
        captured += part;
        var id = OperationId.of(story.reference(attempt), Kind.CAPTURE, step + 1);
        story.told.say(new CapturePayment(story.msn, story.saleId, id, LATER, Stories.nok(part)));
        done(id, "CAPTURED", part);
        story.told.say(new PaymentCaptured(
                story.context, attempt, story.reference(attempt), sums(), Stories.nok(part), List.of(), null, null));
    }

    private void release(long left) {
        if (left == 0) {
            return;
        }
        cancelled += left;
        var id = OperationId.of(story.reference(attempt), Kind.CANCEL, step + 1);
        story.told.say(new CancelPayment(story.msn, story.saleId, id, LATER, false));
        done(id, "CANCELLED", left);
        story.told.say(new PaymentReleased(
                story.context, attempt, story.reference(attempt), sums(), Stories.nok(left), "remainder", false));
    }

    private void refund(long part) {
        if (part == 0) {
            return;
        }
        refunded += part;
        var id = OperationId.refund(story.reference(attempt), UUID.nameUUIDFromBytes(new byte[] {(byte) step}));
        story.told.say(new RefundPayment(story.msn, story.saleId, id, LATER, Stories.nok(part)));
        done(id, "REFUNDED", part);
        story.told.say(new PaymentRefunded(
                story.context, attempt, story.reference(attempt), sums(), Stories.nok(part), "r-" + step, true));
    }

    private void done(OperationId id, String name, long amount) {
        story.told.say(story.result(id, Stories.view(PaymentState.AUTHORIZED, reserved, sums())));
        story.happened(attempt, name, "psp-" + step, amount);
    }

    private Aggregate sums() {
        return Stories.sums(reserved, captured, cancelled, refunded);
    }
}
