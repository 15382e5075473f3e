package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.RulesSwitches;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All sales units. */
@ApplicationScoped
public class Sandbox {

    private final Map<Msn, MerchantState> merchants = new LinkedHashMap<>();
    private final SandboxClock clock;
    private final People people;
    private final DeadlineQueue deadlines;
    private final Agenda agenda;
    private final RulesSwitches switches;

    public Sandbox(
            SandboxConfig config,
            StateLog state,
            SandboxClock clock,
            Ids ids,
            People people,
            Notifier notifier,
            Bookkeeper bookkeeper,
            DeadlineQueue deadlines,
            Agenda agenda) {
        this.clock = clock;
        this.people = people;
        this.deadlines = deadlines;
        this.agenda = agenda;
        this.switches = config.rules().switches();
        Surroundings surroundings = new Surroundings(
                state,
                clock,
                ids,
                people,
                notifier,
                bookkeeper,
                deadlines,
                Limits.of(config),
                new PaymentsLimit(config.paymentsLimit()),
                switches,
                config.publicUrl());
        BeaconBook beacons = new BeaconBook(state);
        for (SandboxConfig.MerchantConfig each : config.merchants()) {
            Merchant merchant = Merchant.of(each);
            if (merchants.put(merchant.msn(), new MerchantState(merchant, surroundings, beacons)) != null) {
                throw new IllegalStateException("Two merchants have the serial number " + merchant.msn()
                        + ": no payment could be told apart. Give each its own in sandbox.merchants.");
            }
        }
    }

    public RulesSwitches switches() {
        return switches;
    }

    public Optional<MerchantState> merchant(Msn msn) {
        return Optional.ofNullable(merchants.get(msn));
    }

    public List<MerchantState> merchants() {
        return List.copyOf(merchants.values());
    }

    /** The payment whose landing page or picture has this token. */
    public Optional<StoredPayment> landing(String token) {
        return LandingToken.read(token)
                .flatMap(read -> merchant(read.msn()))
                .flatMap(merchant -> merchant.landing(token));
    }

    /** What the picture of a printed code says, if the code still works. */
    public Optional<String> printed(String code) {
        return merchants.values().stream()
                .flatMap(merchant -> merchant.codes().contentOf(code).stream())
                .findFirst();
    }

    /** Where a redirect code leads, if it still works. */
    public Optional<RedirectQr> redirect(String code) {
        return merchants.values().stream()
                .flatMap(merchant -> merchant.codes().redirectOf(code).stream())
                .findFirst();
    }

    /** When something is due next, by the sandbox's clock. */
    public Optional<Instant> nextDue() {
        return Stream.of(deadlines.next(), agenda.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    public boolean isSomethingDue() {
        return nextDue().filter(at -> !at.isAfter(clock.now())).isPresent();
    }

    /** Does what time has made due by the sandbox's clock, in the order in which it was due. */
    public synchronized void catchUpWithTime() {
        while (isSomethingDue()) {
            Optional<Instant> due = nextDue();
            if (deadlines.next().equals(due)) {
                deadlines.takeDue(clock.now()).ifPresent(this::timeUp);
            } else {
                agenda.doFirst();
            }
        }
    }

    private void timeUp(DeadlineQueue.Deadline deadline) {
        try {
            merchant(deadline.msn()).ifPresent(merchant -> merchant.timeUp(deadline.reference()));
        } catch (RuntimeException notWritten) {
            // Once the disk has room again the payment must end all the same.
            deadlines.putBack(deadline);
            throw notWritten;
        }
    }

    /** Drops what has no influence any more. */
    public void forgetOldCalls() {
        merchants.values().forEach(MerchantState::forgetOldCalls);
        people.consents().forgetOld(clock.now());
    }
}
