package dev.kvitt.sandbox.generated;

import java.util.Map;

/**
 * @param status 0 = the connection was closed without an answer
 * @param headers names in lower case
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

    static final RawAnswer NONE = new RawAnswer(0, Map.of(), "");

    boolean isGood() {
        return status / 100 == 2;
    }

    boolean closes() {
        return status == 0 || "close".equalsIgnoreCase(headers.get("connection"));
    }
}
