package dev.kvitt.messaging.replay;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** How long a replay rests after its work, so that those who sell live do not notice it. */
final class Pace {

    /** A second: each is looked up in the database. */
    static final int LOOKED_UP = 2_000;

    /** A second, also those that are for others and cost the database nothing. */
    static final int READ = 20_000;

    private final int rate;

    /** @param rate messages applied in a second at most */
    Pace(int rate) {
        this.rate = rate;
    }

    Duration afterReading(int read, int lookedUp) {
        return Collections.max(List.of(time(read, READ), time(lookedUp, LOOKED_UP)));
    }

    Duration afterApplying(int applied) {
        return time(applied, rate);
    }

    private static Duration time(int messages, int aSecond) {
        return Duration.ofSeconds(1).multipliedBy(messages).dividedBy(aSecond);
    }
}
