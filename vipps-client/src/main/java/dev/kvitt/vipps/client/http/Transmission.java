package dev.kvitt.vipps.client.http;

import java.net.http.HttpHeaders;

/** What became of a request on the wire. */
sealed interface Transmission {
    /** Vipps answered in full. */
    record Answered(int status, HttpHeaders headers, String body) implements Transmission {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The body may hold secrets and personal values. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** The request certainly never reached Vipps. */
    record NotSent(String why) implements Transmission {}

    /** The request may have reached Vipps; no whole answer came back. */
    record Lost(String why) implements Transmission {}
}
