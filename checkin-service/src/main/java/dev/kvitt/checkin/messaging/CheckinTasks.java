package dev.kvitt.checkin.messaging;

import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.messaging.task.TaskRunner;
import jakarta.inject.Singleton;

/** Calls to Vipps about customers. They only read, so repeating them does no harm. */
@Singleton
public class CheckinTasks implements TaskRunner {

    private final SameCustomers sameCustomers;
    private final TillScans scans;
    private final PersonalQrs personalQrs;

    CheckinTasks(SameCustomers sameCustomers, TillScans scans, PersonalQrs personalQrs) {
        this.sameCustomers = sameCustomers;
        this.scans = scans;
        this.personalQrs = personalQrs;
    }

    @Override
    public Completion run(Task task) {
        return switch (task.kind()) {
            case SameCustomers.TASK -> compared(task);
            case PersonalQrs.TASK -> personalQrs.run(task);
            default -> throw new IllegalArgumentException("there are no tasks of the kind " + task.kind());
        };
    }

    private Completion compared(Task task) {
        var same = sameCustomers.same(task);
        return Completion.done((entity, effects) ->
                same.ifPresent(other -> scans.same(entity, other.scan(), other.saleKey(), effects)));
    }
}
