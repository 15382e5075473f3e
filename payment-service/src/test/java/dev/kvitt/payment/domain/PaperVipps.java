package dev.kvitt.payment.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import java.util.Map;
import java.util.TreeMap;

/** Vipps as small as a pair of events needs it: what the saga commands is done at once, or refused. */
final class PaperVipps {

    private static final long ASKED_FOR = 5000;

    private final Map<Integer, Paper> payments = new TreeMap<>();

    /** A payment as it really is, whatever has been told of it. */
    private static final class Paper {
        private PaymentState state = PaymentState.CREATED;
        private long authorized;
        private long captured;
        private long cancelled;
        private long refunded;

        long capturable() {
            return state == PaymentState.AUTHORIZED ? authorized - captured - cancelled : 0;
        }

        PaymentView view() {
            return ToldByVipps.view(state, authorized, captured, cancelled, refunded);
        }

        @Override
        public String toString() {
            return "captured %d, refunded %d, held %d".formatted(captured, refunded, capturable());
        }
    }

    /** Takes over where a scripted story has come to. */
    PaperVipps(Sale sale) {
        sale.attempts().stream()
                .filter(attempt -> attempt.ledger().state() != null)
                .forEach(attempt -> payments.put(attempt.n(), paper(attempt)));
    }

    private static Paper paper(Attempt attempt) {
        var paper = new Paper();
        var sums = attempt.ledger().sums(Sales.nok(0).currency());
        paper.state = attempt.ledger().state();
        paper.authorized = sums.authorized().value();
        paper.captured = sums.captured().value();
        paper.cancelled = sums.cancelled().value();
        paper.refunded = sums.refunded().value();
        return paper;
    }

    boolean waitsForCustomer(int n) {
        return payments.containsKey(n) && payments.get(n).state == PaymentState.CREATED;
    }

    void approve(int n) {
        payments.get(n).state = PaymentState.AUTHORIZED;
        payments.get(n).authorized = ASKED_FOR;
    }

    void decline(int n) {
        payments.get(n).state = PaymentState.ABORTED;
    }

    /** Nobody answers for ever. */
    void expire() {
        payments.values().stream()
                .filter(paper -> paper.state == PaymentState.CREATED)
                .forEach(paper -> paper.state = PaymentState.EXPIRED);
    }

    /** @return null where Vipps knows no such payment */
    PaymentView view(int n) {
        return payments.containsKey(n) ? payments.get(n).view() : null;
    }

    /** Taken, paid back and still held, by attempt; without those of which no money came. */
    String money() {
        var moved = new TreeMap<>(payments);
        moved.values().removeIf(paper -> paper.captured == 0 && paper.capturable() == 0);
        return moved.toString();
    }

    /** What came of a command, to be delivered when the time has come. */
    record Answer(OperationId id, Outcome outcome, PaymentView view, Refusal refusal) {}

    Answer carryOut(PaymentCommand command) {
        var id = command.operationId();
        var paper = payments.get(id.reference().attempt().orElseThrow());
        var done =
                switch (command) {
                    case CreatePayment create -> create(id);
                    case CapturePayment capture -> capture(paper, capture.amount());
                    case CancelPayment cancel -> cancel(paper, cancel.onlyIfNotAuthorized());
                    case RefundPayment refund -> refund(paper, refund.amount());
                };
        var view = view(id.reference().attempt().orElseThrow());
        return done
                ? new Answer(id, Outcome.SUCCEEDED, view, null)
                : new Answer(id, Outcome.REJECTED, view, new Refusal("vipps-6000", "no", false));
    }

    private boolean create(OperationId id) {
        payments.computeIfAbsent(id.reference().attempt().orElseThrow(), n -> new Paper());
        return true;
    }

    private static boolean capture(Paper paper, Money amount) {
        var can = paper.capturable() >= amount.value();
        paper.captured += can ? amount.value() : 0;
        return can;
    }

    private static boolean cancel(Paper paper, boolean sparing) {
        if (paper.state == PaymentState.CREATED) {
            paper.state = PaymentState.TERMINATED;
            return true;
        }
        var can = !sparing && paper.capturable() > 0;
        paper.cancelled += can ? paper.capturable() : 0;
        return can;
    }

    private static boolean refund(Paper paper, Money amount) {
        var can = paper.captured - paper.refunded >= amount.value();
        paper.refunded += can ? amount.value() : 0;
        return can;
    }
}
