package dev.kvitt.vipps.client.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** What became of a request on the wire. */
sealed interface Transmission {
    /** What a request says about the health of Vipps. */
    enum Health {
        WELL,
        ILL,
        /** The request ended for a reason of our own. */
        NOTHING_SAID
    }

    /** What this says about the health of Vipps. */
    Health health();

    /** In one word, for metrics. */
    String label();

    /** Vipps answered in full. */
    record Answered(int status, HttpHeaders headers, String body) implements Transmission {
        private static final int LOCKED = 423;
        private static final int TOO_MANY = 429;

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** A lock and a limit are apart from what is wrong with a request. */
        @Override
        public String label() {
            return status == LOCKED || status == TOO_MANY ? Integer.toString(status) : status / 100 + "xx";
        }

        /** An error of ours, a lock and a limit are given by a Vipps that works. */
        @Override
        public Health health() {
            return status >= 500 ? Health.ILL : Health.WELL;
        }

        /** The body may hold secrets and personal values. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** The request certainly never reached Vipps. */
    record NotSent(String why, Health health, Optional<Duration> retryAfter) implements Transmission {
        @Override
        public String label() {
            return "not-sent";
        }

        /** For a reason of our own. */
        static NotSent byUs(String why) {
            return new NotSent(why, Health.NOTHING_SAID, Optional.empty());
        }

        /** Because there was no connection. */
        static NotSent unreachable(String why) {
            return new NotSent(why, Health.ILL, Optional.empty());
        }
    }

    /** The request may have reached Vipps; no whole answer came back. */
    record Lost(String why, Health health) implements Transmission {
        @Override
        public String label() {
            return "lost";
        }

        /** Because the caller did not wait. */
        static Lost byUs(String why) {
            return new Lost(why, Health.NOTHING_SAID);
        }

        /** Because of Vipps or the way to it. */
        static Lost onTheWay(String why) {
            return new Lost(why, Health.ILL);
        }
    }
}
