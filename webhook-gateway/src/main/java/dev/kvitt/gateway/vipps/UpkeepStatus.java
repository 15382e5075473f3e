package dev.kvitt.gateway.vipps;

import dev.kvitt.events.Msn;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the last round went for each sales unit. */
@Singleton
public class UpkeepStatus {

    private final Map<Msn, Optional<String>> last = new ConcurrentHashMap<>();

    void kept(Msn msn) {
        last.put(msn, Optional.empty());
    }

    void failed(Msn msn, String problem) {
        last.put(msn, Optional.of(problem));
    }

    /** By sales unit, the problem or empty; a sales unit no round has come to is not there. */
    Map<Msn, Optional<String>> last() {
        return Map.copyOf(last);
    }
}
