package dev.kvitt.sandbox.faults;

import dev.kvitt.sandbox.domain.SandboxConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is made to fail at present. Nothing until told; a restart forgets it. */
@ApplicationScoped
public class FaultBook {

    private record Setting(long seed, List<LiveFault> faults, AttemptCounter attempts) {}

    private final int rememberedRequests;
    private final int limit;
    private volatile Setting setting;

    public FaultBook(SandboxConfig config) {
        this.rememberedRequests = config.faults().rememberedRequests();
        this.limit = config.faults().limit();
        this.setting = new Setting(0, List.of(), new AttemptCounter(rememberedRequests));
    }

    public boolean isEmpty() {
        return setting.faults().isEmpty();
    }

    /** What happens to a request. Counts it as an attempt. */
    public RequestFaults ofRequest(FaultSubject subject) {
        Setting now = setting;
        if (now.faults().isEmpty()) {
            return RequestFaults.NONE;
        }
        int attempt = now.attempts().next(subject.identity());
        Predicate<LiveFault> hits = live -> live.hits(now.seed(), subject, attempt);
        List<Fault> delays = now.faults().stream()
                .filter(live -> live.fault().kind() == FaultKind.DELAY)
                .filter(hits)
                .map(LiveFault::fault)
                .toList();
        // Only what really happens is counted as a hit: a request that never reaches the work cannot fail behind it.
        Optional<Fault> end = firstEnd(now, false, hits).or(() -> firstEnd(now, true, hits));
        return new RequestFaults(delays, end);
    }

    /** What happens to a delivery or to an attempt of it, in the order of the list. Counts it as an attempt. */
    public List<Fault> ofDelivery(FaultSubject subject) {
        Setting now = setting;
        if (now.faults().isEmpty()) {
            return List.of();
        }
        int attempt = now.attempts().next(subject.identity());
        return now.faults().stream()
                .filter(live -> live.hits(now.seed(), subject, attempt))
                .map(LiveFault::fault)
                .toList();
    }

    private static Optional<Fault> firstEnd(Setting now, boolean after, Predicate<LiveFault> hits) {
        return now.faults().stream()
                .filter(live ->
                        live.fault().kind() != FaultKind.DELAY && live.fault().strikesAfter() == after)
                .filter(hits)
                .map(LiveFault::fault)
                .findFirst();
    }

    public long seed() {
        return setting.seed();
    }

    public List<LiveFault> faults() {
        return setting.faults();
    }

    /**
     * Replaces everything; attempts and hits are counted from nothing.
     *
     * @return what is wrong, and nothing was changed; empty = done
     */
    public synchronized Optional<String> replace(long seed, List<Fault> wanted) {
        List<Fault> named = new ArrayList<>();
        wanted.forEach(fault -> named.add(withName(fault, named)));
        Optional<String> problem = problem(named);
        if (problem.isEmpty()) {
            List<LiveFault> live = named.stream().map(LiveFault::new).toList();
            setting = new Setting(seed, live, new AttemptCounter(rememberedRequests));
        }
        return problem;
    }

    /**
     * Adds one; attempts and hits go on being counted.
     *
     * @return what is wrong, and nothing was changed; empty = done
     */
    public synchronized Optional<String> add(Fault wanted) {
        List<Fault> named =
                new ArrayList<>(faults().stream().map(LiveFault::fault).toList());
        Fault added = withName(wanted, named);
        named.add(added);
        Optional<String> problem = problem(named);
        if (problem.isEmpty()) {
            List<LiveFault> live = new ArrayList<>(faults());
            live.add(new LiveFault(added));
            setting = new Setting(seed(), List.copyOf(live), setting.attempts());
        }
        return problem;
    }

    /** All is well again. */
    public synchronized void clear() {
        setting = new Setting(0, List.of(), new AttemptCounter(rememberedRequests));
    }

    private Optional<String> problem(List<Fault> named) {
        if (named.size() > limit) {
            return Optional.of("There can be at most " + limit + " faults (sandbox.faults.limit).");
        }
        Set<String> ids = new HashSet<>();
        return named.stream()
                .flatMap(fault -> FaultRule.problem(fault)
                        .or(() -> ids.add(fault.id())
                                ? Optional.empty()
                                : Optional.of("Two faults have the id " + fault.id() + "."))
                        .stream())
                .findFirst();
    }

    private static Fault withName(Fault fault, List<Fault> before) {
        return fault.id() == null ? fault.named("fault-" + (before.size() + 1)) : fault;
    }
}
