package dev.kvitt.payment.simulation;

import dev.kvitt.capture.domain.PaymentMark;
import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.UserFlow;
import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Transition;
import dev.kvitt.vipps.rules.idempotency.IdempotencyRule;
import dev.kvitt.vipps.rules.idempotency.KeyScope;
import dev.kvitt.vipps.rules.idempotency.KeyVerdict;
import dev.kvitt.vipps.rules.idempotency.Remembered;
import dev.kvitt.vipps.rules.idempotency.RequestIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Vipps' HTTP interface: keys that are remembered, refusals, and all that gets lost on the way. */
final class VippsDoor {

    static final String INSTALLATION = "sim";

    private final Agenda agenda;
    private final Plan plan;
    private final Vipps vipps;
    private final Journal journal;
    private final Map<KeyScope, Remembered<Reply>> memory = new HashMap<>();
    private int writes;
    private int creates;
    private int reads;

    VippsDoor(Agenda agenda, Plan plan, Vipps vipps, Journal journal) {
        this.agenda = agenda;
        this.plan = plan;
        this.vipps = vipps;
        this.journal = journal;
    }

    /** How a payment stands: nothing when there is none. */
    record Read(boolean answered, Optional<Account> account) {}

    Read read(PaymentReference reference) {
        reads++;
        if (isAway() || plan.mishap(Part.Counted.READ_FAILS, reads).isPresent()) {
            return new Read(false, Optional.empty());
        }
        return new Read(true, vipps.find(reference));
    }

    Reply write(PaymentCommand command) {
        writes++;
        var late = plan.mishap(Part.Counted.REQUEST_LATE, writes);
        if (late.isPresent()) {
            agenda.in(late.get().time(), () -> {
                journal.tell("late at Vipps: " + command.operationId());
                judged(command);
            });
            return lost(command, "is long under way");
        }
        if (isAway() || plan.mishap(Part.Counted.REQUEST_LOST, writes).isPresent()) {
            return lost(command, "is lost on the way");
        }
        if (plan.mishap(Part.Counted.BUSY, writes).isPresent()) {
            journal.tell("Vipps is busy: " + command.operationId());
            return new Reply.Busy();
        }
        if (plan.mishap(Part.Counted.TURNED_AWAY, writes).isPresent()) {
            journal.tell("Vipps' gateway refuses " + command.operationId());
            return new Reply.TurnedAway();
        }
        if (plan.mishap(Part.Counted.INTERNAL_ERROR, writes).isPresent()) {
            journal.tell("Vipps answers " + command.operationId() + ": INTERNAL_ERROR");
            return new Reply.Refused(ErrorCode.INTERNAL_ERROR);
        }
        var reply = judged(command);
        return plan.mishap(Part.Counted.ANSWER_LOST, writes).isPresent()
                ? lost(command, "is done, the answer lost")
                : reply;
    }

    private boolean isAway() {
        return Outages.now(plan, agenda, Part.Lasting.VIPPS_AWAY);
    }

    private Reply lost(PaymentCommand command, String how) {
        journal.tell("request " + command.operationId() + " " + how);
        return new Reply.Silence();
    }

    private Reply judged(PaymentCommand command) {
        var key = key(command);
        var identity = new RequestIdentity(
                Operation.valueOf(command.operationId().kind().name()),
                new Reference(command.reference().value()),
                body(command));
        var scope = KeyScope.of(
                new Msn(command.msn().value()),
                identity,
                new IdempotencyKey(key),
                plan.switches().keys());
        KeyVerdict<Reply> verdict = IdempotencyRule.judge(
                Optional.ofNullable(memory.get(scope)),
                identity,
                agenda.now(),
                plan.switches().keys());
        return switch (verdict) {
            case KeyVerdict.Replay<Reply>(var answer) -> answer;
            case KeyVerdict.Conflict<Reply>(var code) -> new Reply.Refused(code);
            case KeyVerdict.Fresh<Reply> _ -> {
                var reply = done(command, key);
                var code = reply instanceof Reply.Refused(var why) ? Optional.of(why) : Optional.<ErrorCode>empty();
                var status = code.map(ErrorCode::status).orElse(200);
                if (IdempotencyRule.isRemembered(status, code, plan.switches().keys())) {
                    memory.put(scope, new Remembered<>(identity, reply, agenda.now()));
                }
                journal.tell("Vipps answers " + command.operationId() + ": "
                        + code.map(Enum::name).orElse("done"));
                yield reply;
            }
        };
    }

    /** The same wish in another seal is the same body as far as a customer's value goes. */
    private static String body(PaymentCommand command) {
        return switch (command) {
            case CreatePayment create -> create.amount() + " " + create.userFlow();
            case CapturePayment capture -> capture.amount().toString();
            case RefundPayment refund -> refund.amount().toString();
            case CancelPayment cancel -> Boolean.toString(cancel.onlyIfNotAuthorized());
        };
    }

    static String key(PaymentCommand command) {
        return Ids.idempotencyKey(INSTALLATION, command.msn(), command.operationId())
                .toString();
    }

    private Reply done(PaymentCommand command, String key) {
        if (command instanceof CreatePayment create) {
            return created(create, key);
        }
        var account = vipps.find(command.reference());
        if (account.isEmpty()) {
            return new Reply.Refused(ErrorCode.REFERENCE_NOT_FOUND);
        }
        var transition = vipps.change(account.get(), Optional.of(key), (payment, stamp) -> switch (command) {
            case CreatePayment _ -> throw new IllegalStateException("a create is no change");
            case CapturePayment capture -> payment.capture(Translated.toVipps(capture.amount()), stamp);
            case RefundPayment refund -> payment.refund(Translated.toVipps(refund.amount()), stamp, plan.switches());
            case CancelPayment cancel -> payment.cancel(cancel.onlyIfNotAuthorized(), stamp, plan.switches());
        });
        return transition instanceof Transition.Refused(var refusal)
                ? new Reply.Refused(refusal.errorCode().orElseThrow())
                : view(account.get());
    }

    private Reply created(CreatePayment create, String key) {
        creates++;
        if (vipps.find(create.reference()).isPresent()) {
            return new Reply.Refused(ErrorCode.REFERENCE_EXISTS);
        }
        if (create.userFlow() == UserFlow.PUSH_MESSAGE && !vipps.unit().has(Agreement.PUSH_MESSAGE)) {
            return new Reply.Refused(ErrorCode.PUSH_NOT_ALLOWED);
        }
        if (plan.mishap(Part.Counted.CODE_TOO_OLD, creates).isPresent()
                && create.customer().kind() == Customer.Kind.CUSTOMER_TOKEN) {
            return new Reply.Refused(ErrorCode.INVALID_CUSTOMER_TOKEN);
        }
        if (plan.mishap(Part.Counted.CODE_TOO_OLD, creates).isPresent()
                && create.customer().kind() == Customer.Kind.PERSONAL_QR) {
            return new Reply.Refused(ErrorCode.INVALID_PERSONAL_QR);
        }
        if (plan.mishap(Part.Counted.CUSTOMER_UNKNOWN, creates).isPresent()) {
            return new Reply.Refused(ErrorCode.CUSTOMER_CANNOT_PAY);
        }
        var attempt = create.reference().attempt().orElseThrow();
        return view(
                vipps.create(create.reference(), attempt, create.amount(), key, PaymentMark.of(create, INSTALLATION)));
    }

    private Reply view(Account account) {
        return new Reply.Done(
                Translated.view(account.payment, plan.switches().answers().captureGuaranteeShown()));
    }
}
