package dev.kvitt.operations.security;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Nobody tries passwords by the thousand: so many a minute for a name, and from an address, in each process. */
@Singleton
class LoginLimits {

    /** More names than this in one minute are nobody's. */
    private static final int MOST_KEPT = 10_000;

    private static final long MINUTE_MILLIS = 60_000;

    private final int most;
    private final InstantSource clock;
    private final Map<String, Integer> tries = new HashMap<>();
    private long minute;

    LoginLimits(AccessConfig config, InstantSource clock) {
        this.most = config.login().triesPerMinute();
        this.clock = clock;
    }

    synchronized boolean mayTry(String name, String address) {
        var now = clock.millis() / MINUTE_MILLIS;
        if (now != minute) {
            minute = now;
            tries.clear();
        }
        if (tries.size() >= MOST_KEPT) {
            return false;
        }
        var byName = tries.merge("name " + name, 1, Integer::sum);
        var byAddress = tries.merge("address " + address, 1, Integer::sum);
        return byName <= most && byAddress <= most;
    }
}
