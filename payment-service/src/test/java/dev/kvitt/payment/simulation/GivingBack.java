package dev.kvitt.payment.simulation;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Kvitt promises about a reservation that is not captured: when it is given back, and when it is not. */
final class GivingBack implements Vipps.Listener {

    /** Refused releases, waits of capture-service and a bank that does not answer. */
    private static final Duration SLACK = Duration.ofMinutes(75);

    private static final String TOO_EARLY = "what the customer approved is not given back too early";

    private final Agenda agenda;
    private final Plan plan;
    private final Requests requests;
    private final Map<Integer, Instant> selectUntil = new HashMap<>();
    private final Map<Integer, Instant> asked = new HashMap<>();
    private final Set<Integer> failed = new HashSet<>();

    GivingBack(Agenda agenda, Plan plan, Requests requests) {
        this.agenda = agenda;
        this.plan = plan;
        this.requests = requests;
    }

    /** The saga has asked Vipps how a payment stands, and gets an answer. */
    void asked(PaymentReference reference) {
        asked.put(reference.attempt().orElseThrow(), agenda.now());
    }

    void said(EventData what) {
        switch (what) {
            case PaymentAuthorized told
            when told.selectUntil() != null -> selectUntil.put(told.attempt(), told.selectUntil());
            case PaymentFailed told -> failed.add(told.attempt());
            case PaymentUncollectable told -> failed.add(told.attempt());
            case CancelPayment cancel when !cancel.onlyIfNotAuthorized() -> ordered(cancel);
            default -> {}
        }
    }

    /** The till has heard that nothing comes of this attempt. */
    boolean isFailed(int attempt) {
        return failed.contains(attempt);
    }

    /** Until when the till may sell for this attempt; empty when it was not told. */
    Optional<Instant> selectUntil(int attempt) {
        return Optional.ofNullable(selectUntil.get(attempt));
    }

    private void ordered(CancelPayment cancel) {
        var attempt = cancel.reference().attempt().orElseThrow();
        var until = selectUntil.get(attempt);
        if (until == null || isWanted(attempt) || requests.isDisturbed(plan)) {
            return;
        }
        var confirmed = !requests.all(Input.Confirmed.class).isEmpty();
        Promises.require(confirmed || !agenda.now().isBefore(until), TOO_EARLY, "attempt " + attempt);
        Promises.require(
                confirmed || (asked.containsKey(attempt) && !asked.get(attempt).isBefore(until)),
                "Vipps is asked before a reservation is given up",
                "attempt " + attempt);
    }

    @Override
    public void happened(Account account, PaymentEvent event) {
        var free = account.isOurs() && account.captured() == 0 && !account.othersMovedMoney;
        if (!free
                || event.name() != EventName.CANCELLED
                || event.idempotencyKey().isEmpty()
                || !event.success()) {
            return;
        }
        var until = selectUntil.get(account.attempt);
        if (!isWanted(account.attempt) && !requests.isDisturbed(plan) && !plan.anEndIsMadeUp()) {
            var over = until != null && !agenda.now().isBefore(until);
            Promises.require(over, TOO_EARLY, "attempt " + account.attempt);
        }
        if (until != null && !failed.contains(account.attempt)) {
            var latest = latest(until).plus(Outages.together(plan)).plus(SLACK);
            Promises.require(
                    !agenda.now().isAfter(latest) || requests.isParked(),
                    "I5 a reservation does not outlive the time to sell",
                    "attempt " + account.attempt);
        }
    }

    /** A person looks first, and until they have looked nothing is given up. */
    private Instant latest(Instant until) {
        var unparked = requests.all(Input.Unparked.class).stream()
                .map(Message::writtenAt)
                .max(Instant::compareTo)
                .orElse(until);
        return unparked.isAfter(until) ? unparked : until;
    }

    /** The point of sale or a person wants the money given back, or was told that it will be. */
    private boolean isWanted(int attempt) {
        return failed.contains(attempt)
                || !requests.all(Input.Cancelled.class).isEmpty()
                || !requests.all(Input.ReleaseOrdered.class).isEmpty();
    }
}
