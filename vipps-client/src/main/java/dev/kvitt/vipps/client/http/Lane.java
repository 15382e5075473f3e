package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.Circuit.Kind;
import dev.kvitt.vipps.client.CircuitLimits;
import java.time.Duration;

/**
 * Calls that fail together. APIs have backends of their own, and reads often work where writes fail.
 *
 * @param api the first part of the path
 * @param kind what the calls do
 */
record Lane(String api, Kind kind) {
    static Lane of(Call call) {
        return new Lane(api(call), call.method().equals("GET") ? Kind.READ : Kind.WRITE);
    }

    static Lane ofToken(Call call) {
        return new Lane(api(call), Kind.TOKEN);
    }

    /** How long the lane is closed once it failed. */
    Duration wait(CircuitLimits limits) {
        return kind == Kind.WRITE ? limits.writeWait() : limits.readWait();
    }

    private static String api(Call call) {
        int end = call.template().indexOf('/', 1);
        return call.template().substring(1, end < 0 ? call.template().length() : end);
    }
}
