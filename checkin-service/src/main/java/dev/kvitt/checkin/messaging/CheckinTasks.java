package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.messaging.SameCustomers.Compared;
import dev.kvitt.messaging.task.CallLimit;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.messaging.task.TaskRunner;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Calls to Vipps about customers. They only read, so repeating them does no harm. */
@Singleton
public class CheckinTasks implements TaskRunner {

    private final SameCustomers sameCustomers;
    private final Tills tills;
    private final TillScans tillScans;
    private final Scans scans;
    private final PersonalQrs personalQrs;
    private final Remembering remembering;
    private final Limits limits;
    private final VippsAccess vipps;
    private final InstantSource clock;

    CheckinTasks(
            SameCustomers sameCustomers,
            Tills tills,
            TillScans tillScans,
            Scans scans,
            PersonalQrs personalQrs,
            Remembering remembering,
            Limits limits,
            VippsAccess vipps,
            InstantSource clock) {
        this.sameCustomers = sameCustomers;
        this.tills = tills;
        this.tillScans = tillScans;
        this.scans = scans;
        this.personalQrs = personalQrs;
        this.remembering = remembering;
        this.limits = limits;
        this.vipps = vipps;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        ScanCounts.begin();
    }

    /** The number behind a scan, and those behind the others at the code. */
    @Override
    public Optional<CallLimit> callLimit() {
        return Optional.of(new CallLimit(1 + SameCustomers.MOST, vipps.requestTimeout(), VippsAccess.REQUEST_TIMEOUT));
    }

    @Override
    public Completion run(Task task) {
        return switch (task.kind()) {
            case SameCustomers.TASK -> compared(task);
            case PersonalQrs.TASK -> personalQrs.run(task);
            case Remembering.TASK -> remembering.run(task);
            default -> throw new IllegalArgumentException("there are no tasks of the kind " + task.kind());
        };
    }

    private Completion compared(Task task) {
        return switch (sameCustomers.compare(task)) {
            case Compared.Same(var code, var other) ->
                Completion.done((entity, effects) -> {
                    if (tills.isTills(code)) {
                        tillScans.same(entity, other.scan(), other.saleKey(), effects);
                    } else {
                        scans.sameCustomer(entity, effects);
                    }
                });
            case Compared.Different _ -> Completion.done((entity, effects) -> {});
            // Two scans that are not compared are two customers: the second may be asked to pay somebody else's goods.
            case Compared.NotNow _ ->
                clock.instant().isBefore(task.firstTried().plus(limits.maxAge()))
                        ? Completion.again(clock.instant().plus(SameCustomers.AGAIN))
                        : Completion.done((entity, effects) -> {});
        };
    }
}
