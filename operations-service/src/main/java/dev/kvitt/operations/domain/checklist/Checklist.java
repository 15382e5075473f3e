package dev.kvitt.operations.domain.checklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list that was made.
 *
 * @param msn the sales unit's number
 * @param salesUnit its name
 * @param environment where the payments were made: {@code production}, {@code test} or the host of a sandbox
 * @param since from when on payments were looked at
 * @param at when it was made
 * @param sales how many were looked at
 * @param most how many are looked at when there are more; the latest are
 */
public record Checklist(
        UUID id,
        String msn,
        String salesUnit,
        String environment,
        Instant since,
        Instant at,
        int sales,
        int most,
        List<Line> lines) {

    public Checklist {
        lines = List.copyOf(lines);
    }

    /** Each requirement with its verdict. */
    public static List<Line> judge(Evidence evidence) {
        return Requirements.all().stream()
                .map(requirement -> requirement.of(evidence))
                .toList();
    }

    public long count(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
