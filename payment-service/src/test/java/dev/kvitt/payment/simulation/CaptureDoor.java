package dev.kvitt.payment.simulation;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.LogEntry;
import dev.kvitt.capture.domain.Reading;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.Refusal;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.IdempotencyKey;
import java.util.Optional;
import java.util.Set;

/** What Vipps answers, in capture-service's words; as its {@code Answers} and the client have it. */
final class CaptureDoor {

    private static final Set<ErrorCode> MAY_EXIST =
            Set.of(ErrorCode.REFERENCE_EXISTS, ErrorCode.IDEMPOTENCY_KEY_EXISTS, ErrorCode.CAPTURE_RETRIED_DIFFERENTLY);
    private static final Set<ErrorCode> NOT_YET = Set.of(ErrorCode.ORDER_LOCKED, ErrorCode.CAPTURE_FAILED);

    private final VippsDoor door;

    CaptureDoor(VippsDoor door) {
        this.door = door;
    }

    Reading read(PaymentCommand command) {
        var read = door.read(command.reference());
        return read.answered()
                ? read.account().<Reading>map(CaptureDoor::found).orElseGet(Reading.NotThere::new)
                : new Reading.Unreadable();
    }

    private static Reading.Found found(Account account) {
        var log = account.log.stream()
                .map(entry -> new LogEntry(
                        entry.name().name(),
                        Translated.money(entry.amount()),
                        entry.idempotencyKey().map(IdempotencyKey::value),
                        entry.success()))
                .toList();
        return new Reading.Found(Translated.view(account.payment, true), account.metadata, log, Optional.empty());
    }

    Answer write(PaymentCommand command) {
        return switch (door.write(command)) {
            case Reply.Done(var view) ->
                new Answer.Accepted(command instanceof CreatePayment ? Optional.empty() : Optional.of(view));
            case Reply.Refused(var code) when NOT_YET.contains(code) -> new Answer.Busy(Optional.empty());
            case Reply.Refused(var code) when code == ErrorCode.INTERNAL_ERROR -> new Answer.Unknown();
            case Reply.Refused(var code) ->
                new Answer.Refused(no("vipps-" + code.number()), true, MAY_EXIST.contains(code));
            case Reply.TurnedAway _ -> new Answer.Refused(no("vipps-http-403"), false, false);
            case Reply.Busy _ -> new Answer.Busy(Optional.empty());
            case Reply.Silence _ -> new Answer.Unknown();
        };
    }

    private static Refusal no(String code) {
        return new Refusal(code, "No.", false);
    }
}
