package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Which payments Vipps is asked about when it cannot be asked about all: first those that it was never asked about, then those asked about
 * longest ago, and of these the ones with the most money. So each has its turn.
 */
public final class LookQueue {
    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::askedAt)
            .thenComparing(Comparator.comparingLong(Waiting::money).reversed())
            .thenComparing(waiting -> waiting.group().msn())
            .thenComparing(waiting -> waiting.group().reference());

    private final int most;
    private final Function<Group, Optional<Instant>> tried;
    private final PriorityQueue<Waiting> lastFirst = new PriorityQueue<>(ORDER.reversed());

    private record Waiting(Group group, Instant askedAt, long money) {}

    /**
     * @param most how many may be asked about
     * @param tried when it was last tried without an answer, if it was
     */
    public LookQueue(int most, Function<Group, Optional<Instant>> tried) {
        this.most = most;
        this.tried = tried;
    }

    /** @return the payment that has to wait for another run: this one or one that was added before; none while there is room */
    public Optional<Group> add(Group group, List<Finding> findings) {
        Instant looked = group.view().map(VippsView::lookedAt).orElse(Instant.MIN);
        Instant asked = tried.apply(group).filter(looked::isBefore).orElse(looked);
        long money = findings.stream().mapToLong(Finding::amount).max().orElse(0);
        lastFirst.add(new Waiting(group, asked, money));
        return lastFirst.size() > most ? Optional.of(lastFirst.remove().group()) : Optional.empty();
    }

    /** In the order in which they are to be asked about. */
    public List<Group> all() {
        return lastFirst.stream().sorted(ORDER).map(Waiting::group).toList();
    }
}
