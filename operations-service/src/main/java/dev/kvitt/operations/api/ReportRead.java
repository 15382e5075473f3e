package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.store.reconcile.ReportState.ReadList;
import dev.kvitt.operations.store.reconcile.RunRows.Run;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a run could read Vipps' report: what should be in a list after its {@code readTo} was not judged.
 *
 * @param complete whether every list was read to its end
 */
public record ReportRead(boolean complete, List<Of> lists) {

    /**
     * One list.
     *
     * @param ledger Vipps' id; absent where Vipps has listed no ledger of the sales unit
     * @param list {@code funds} or {@code fees}; absent where there is no ledger
     * @param readTo absent where it was never read to its end
     * @param complete whether this run has read it to its end
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Of(
            String msn, Optional<String> ledger, Optional<String> list, Optional<Instant> readTo, boolean complete) {

        static Of of(ReadList list, Instant runStart) {
            return new Of(
                    list.msn(),
                    Optional.of(list.ledger()).filter(id -> !id.isEmpty()),
                    Optional.of(list.topic().toLowerCase(Locale.ROOT)).filter(topic -> !topic.isEmpty()),
                    list.readTo(),
                    list.isReadBy(runStart));
        }
    }

    /** Absent while a run has not come so far, and where no report is to be read. */
    static Optional<ReportRead> of(Run run, List<ReadList> lists) {
        var all = lists.stream().map(list -> Of.of(list, run.startedAt())).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportRead(all.stream().allMatch(Of::complete), all));
    }
}
