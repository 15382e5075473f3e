package dev.kvitt.vipps.client.testing;

import java.util.Map;

/** What the fake Vipps answers. */
public record Reply(int status, Map<String, String> headers, String body) {
    public static Reply json(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body);
    }

    public static Reply problem(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/problem+json"), body);
    }

    public static Reply code(int status, int errorCode) {
        return problem(
                status,
                """
                {"type":"https://httpstatuses.io/%d","title":"A title","status":%d,"traceId":"00-abc-01",
                 "extraDetails":[{"name":"ErrorCode","reason":"%d"}]}"""
                        .formatted(status, status, errorCode));
    }

    public static Reply token(String token, long expiresIn) {
        return json(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":\"%d\",\"access_token\":\"%s\"}"
                        .formatted(expiresIn, token));
    }

    public Reply with(String header, String value) {
        return new Reply(status, Map.of("Content-Type", "application/json", header, value), body);
    }
}
