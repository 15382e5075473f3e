package dev.kvitt.sandbox.generated;

import java.util.ArrayList;
import java.util.List;

/** The headers that a merchant's software sends. */
record Keys(String msn, String prefix, String token) {

    List<String> headers() {
        List<String> headers = new ArrayList<>(tokenHeaders());
        headers.removeIf(line -> line.startsWith("client_"));
        headers.add("Authorization: Bearer " + token);
        return headers;
    }

    List<String> headers(String more) {
        List<String> headers = headers();
        headers.add(more);
        return headers;
    }

    /** Those that a token is asked for with. */
    List<String> tokenHeaders() {
        return List.of(
                "client_id: " + prefix + "-client-id",
                "client_secret: " + prefix + "-client-secret",
                "Ocp-Apim-Subscription-Key: " + prefix + "-subscription-key",
                "Merchant-Serial-Number: " + msn,
                "Vipps-System-Name: generated",
                "Vipps-System-Version: 1");
    }
}
