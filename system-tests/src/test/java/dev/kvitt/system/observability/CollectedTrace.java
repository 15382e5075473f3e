package dev.kvitt.system.observability;

import dev.kvitt.system.observability.OtlpCollector.CollectedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What has come of one trace by now. */
public record CollectedTrace(List<CollectedSpan> spans) {

    public static CollectedTrace of(OtlpCollector collector, String traceId) {
        return new CollectedTrace(collector.spans().stream()
                .filter(span -> span.traceId().equals(traceId))
                .toList());
    }

    /** Those that nobody began. */
    public List<CollectedSpan> first() {
        return matching(span -> span.parentId().isEmpty());
    }

    /** Those whose parent is not there. */
    public List<CollectedSpan> orphans() {
        return matching(span -> !span.parentId().isEmpty() && parent(span).isEmpty());
    }

    /** From the first span of that name back to what began it all: the services it went through, each named where it begins. */
    public List<String> wayTo(String name) {
        var way = new ArrayList<String>();
        var at = spans.stream().filter(span -> span.name().equals(name)).findFirst();
        while (at.isPresent()) {
            var service = at.get().service();
            if (way.isEmpty() || !way.getFirst().equals(service)) {
                way.addFirst(service);
            }
            at = parent(at.get());
        }
        return way;
    }

    private Optional<CollectedSpan> parent(CollectedSpan child) {
        return spans.stream().filter(span -> span.id().equals(child.parentId())).findFirst();
    }

    private List<CollectedSpan> matching(Predicate<CollectedSpan> which) {
        return spans.stream().filter(which).toList();
    }
}
