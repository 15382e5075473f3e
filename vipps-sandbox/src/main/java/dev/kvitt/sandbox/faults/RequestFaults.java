package dev.kvitt.sandbox.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happens to one request.
 *
 * @param delays all that hit: their waits add up
 * @param end how it fails, before the work or after it; empty = it does not
 */
public record RequestFaults(List<Fault> delays, Optional<Fault> end) {

    public static final RequestFaults NONE = new RequestFaults(List.of(), Optional.empty());

    public Duration waitBefore() {
        return sum(Fault::waitBefore);
    }

    public Duration waitAfter() {
        return sum(Fault::waitAfter);
    }

    public Optional<Fault> before() {
        return end.filter(fault -> !fault.strikesAfter());
    }

    public Optional<Fault> after() {
        return end.filter(Fault::strikesAfter);
    }

    public List<String> ids() {
        return Stream.concat(delays.stream(), end.stream()).map(Fault::id).toList();
    }

    private Duration sum(Function<Fault, Duration> wait) {
        return delays.stream().map(wait).reduce(Duration.ZERO, Duration::plus);
    }
}
