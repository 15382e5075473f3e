package dev.kvitt.sandbox.generated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Access tokens, of sales units and of accounting systems. */
final class TokenRequests implements ApiRequests {

    private static final byte[] FORM = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        return chance.percent(60) ? merchant(keys) : accounting(chance, keys);
    }

    private static RawRequest merchant(Keys keys) {
        return new RawRequest("POST", "/accesstoken/get", keys.tokenHeaders(), new byte[0]);
    }

    private static RawRequest accounting(Chance chance, Keys keys) {
        String pair = chance.oneOf(keys.prefix() + "-client-id:" + keys.prefix() + "-client-secret", "a:b", ":", "");
        List<String> headers = new ArrayList<>();
        headers.add(
                "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        headers.add("Content-Type: application/x-www-form-urlencoded");
        return new RawRequest("POST", "/miami/v1/token", headers, FORM);
    }
}
