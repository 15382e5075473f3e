package dev.kvitt.payment.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.messaging.Json;
import dev.kvitt.payment.store.TillFeeds.News;

/** An event of payment.events in CloudEvents' JSON format. */
final class CloudEventJson {

    private static final String PREFIX = "ce_";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CloudEventJson() {}

    static String of(News news) {
        var json = MAPPER.createObjectNode();
        Json.strings(news.headers()).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                json.put(name.substring(PREFIX.length()), value);
            } else if (name.equals("content-type")) {
                json.put("datacontenttype", value);
            }
        });
        try {
            return json.set("data", MAPPER.readTree(news.value())).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was told is JSON", e);
        }
    }
}
