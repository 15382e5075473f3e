package dev.kvitt.capture.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A status and a JSON body. */
record Reply(int status, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply problem(int status, int code) {
        var body = JSON.createObjectNode().put("title", "Problem " + code).put("status", status);
        if (code != 0) {
            body.putArray("extraDetails").addObject().put("name", "ErrorCode").put("reason", "" + code);
        }
        return new Reply(status, body);
    }
}
