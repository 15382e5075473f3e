package dev.kvitt.payment.simulation;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import dev.kvitt.vipps.rules.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One round of an operation, as capture-service's own rules have it: ask before repeating what cannot be trusted. */
final class CaptureRules {

    private static final Duration TRUST = Duration.ofHours(1);
    private static final Duration ASK_FIRST_AFTER = Duration.ofMinutes(5);
    private static final Duration ARRIVAL = Duration.ofMinutes(20);
    private static final Set<ErrorCode> MAY_EXIST =
            Set.of(ErrorCode.REFERENCE_EXISTS, ErrorCode.IDEMPOTENCY_KEY_EXISTS, ErrorCode.CAPTURE_RETRIED_DIFFERENTLY);
    private static final Set<ErrorCode> PASSING = Set.of(ErrorCode.ORDER_LOCKED, ErrorCode.CAPTURE_FAILED);

    private final Agenda agenda;
    private final VippsDoor door;

    CaptureRules(Agenda agenda, VippsDoor door) {
        this.agenda = agenda;
        this.door = door;
    }

    /**
     * What came of a round.
     *
     * @param outcome absent: once more later
     * @param atRisk a person has to look
     */
    record Step(CaptureRow row, Outcome outcome, PaymentView view, Refusal refusal, boolean atRisk) {
        static Step later(CaptureRow row, boolean atRisk) {
            return new Step(row, null, null, null, atRisk);
        }

        static Step done(CaptureRow row, Account account) {
            return new Step(row, Outcome.SUCCEEDED, Translated.view(account.payment, true), null, false);
        }

        static Step no(CaptureRow row, String code, Account account) {
            var view = account == null ? null : Translated.view(account.payment, true);
            return new Step(row, Outcome.REJECTED, view, new Refusal(code, "No.", false), false);
        }
    }

    /** @param proved the payment's creation is stored as succeeded */
    Step round(CaptureRow row, boolean proved) {
        return row.command() instanceof CreatePayment create ? create(row, create) : change(row, proved);
    }

    private Step create(CaptureRow row, CreatePayment create) {
        var inTime = !agenda.now().isAfter(create.validUntil());
        if (!row.inDoubt() && inTime) {
            return sendCreate(row, create);
        }
        var read = door.read(create.reference());
        if (!read.answered()) {
            var since = row.seenAt().isAfter(create.validUntil()) ? row.seenAt() : create.validUntil();
            return !row.inDoubt() && isOver(since, ARRIVAL)
                    ? Step.no(row, "never-arrived", null)
                    : Step.later(row, false);
        }
        if (read.account().isPresent()) {
            return found(row, read.account().get());
        }
        if (!row.inDoubt()) {
            return Step.no(row, "too-late", null);
        }
        return inTime ? sendCreate(row, create) : notThere(row);
    }

    private Step notThere(CaptureRow row) {
        return row.sentAt() == null || isOver(row.sentAt(), ARRIVAL)
                ? Step.no(row, "never-arrived", null)
                : Step.later(row, false);
    }

    private static Step found(CaptureRow row, Account account) {
        return account.isOurs() ? Step.done(row, account) : Step.no(row, "reference-taken", null);
    }

    private Step sendCreate(CaptureRow row, CreatePayment create) {
        return switch (door.write(create)) {
            case Reply.Done _ -> {
                var read = door.read(create.reference());
                var sent = row.sent(agenda.now(), true);
                yield read.account().isPresent()
                        ? found(sent, read.account().get())
                        : new Step(sent, Outcome.SUCCEEDED, null, null, false);
            }
            case Reply.Refused(var code) -> createRefused(row, create, code);
            case Reply.Busy _ -> Step.later(row.sent(agenda.now(), false), false);
            case Reply.Silence _ -> Step.later(row.sent(agenda.now(), true), false);
        };
    }

    private Step createRefused(CaptureRow row, CreatePayment create, ErrorCode code) {
        if (PASSING.contains(code)) {
            return Step.later(row.sent(agenda.now(), false), false);
        }
        var mayExist = MAY_EXIST.contains(code);
        if (!mayExist && !row.inDoubt()) {
            return Step.no(row, "vipps-" + code.number(), null);
        }
        var sent = row.sent(agenda.now(), true);
        var read = door.read(create.reference());
        if (read.account().isPresent()) {
            return found(sent, read.account().get());
        }
        if (!read.answered()) {
            return Step.later(sent, false);
        }
        return mayExist ? notThere(sent) : Step.no(sent, "vipps-" + code.number(), null);
    }

    private Step change(CaptureRow row, boolean proved) {
        if (row.inDoubt()) {
            return inDoubt(row);
        }
        var late = row.command().issuedAt().plus(ASK_FIRST_AFTER).isBefore(row.seenAt());
        if (proved && !late && !isOver(row.seenAt(), TRUST)) {
            return sendChange(row);
        }
        var read = door.read(row.command().reference());
        if (!read.answered()) {
            return Step.later(row, false);
        }
        if (read.account().isEmpty()) {
            return proved ? sendChange(row) : Step.no(row, "no-such-payment", null);
        }
        var account = read.account().get();
        if (!account.isOurs()) {
            return Step.no(row, "reference-taken", null);
        }
        return Look.shows(account, row.command()) ? Step.done(row, account) : sendChange(row);
    }

    private Step inDoubt(CaptureRow row) {
        if (!isOver(row.doubtSince(), TRUST)) {
            return sendChange(row);
        }
        var read = door.read(row.command().reference());
        if (read.account().isEmpty()) {
            return Step.later(row, true);
        }
        var account = read.account().get();
        if (Look.shows(account, row.command())) {
            return Step.done(row, account);
        }
        if (Look.repeatable(account, row.command())) {
            return sendChange(row);
        }
        return Look.ruledOut(account, row.command()) ? Step.no(row, "nothing-left", account) : Step.later(row, true);
    }

    private Step sendChange(CaptureRow row) {
        PaymentCommand command = row.command();
        return switch (door.write(command)) {
            case Reply.Done(var view) -> new Step(row.sent(agenda.now(), true), Outcome.SUCCEEDED, view, null, false);
            case Reply.Refused(var code)
            when PASSING.contains(code) ->
                // That Vipps may remember this no under its key for good (a switch) is for a person to see.
                Step.later(row.sent(agenda.now(), false), isOver(row.seenAt(), TRUST));
            case Reply.Refused(var code) -> changeRefused(row.sent(agenda.now(), true), code);
            case Reply.Busy _ -> Step.later(row.sent(agenda.now(), false), false);
            case Reply.Silence _ -> Step.later(row.sent(agenda.now(), true), false);
        };
    }

    private Step changeRefused(CaptureRow row, ErrorCode code) {
        var read = door.read(row.command().reference());
        if (!read.answered()) {
            return Step.later(row, false);
        }
        var account = read.account().orElse(null);
        if (account != null && Look.shows(account, row.command())) {
            return Step.done(row, account);
        }
        return MAY_EXIST.contains(code) ? Step.later(row, false) : Step.no(row, "vipps-" + code.number(), account);
    }

    private boolean isOver(Instant since, Duration time) {
        return !agenda.now().isBefore(since.plus(time));
    }
}
