package dev.kvitt.vipps.client.webhooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Webhooks API over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#webhooks()}. */
public final class HttpWebhooks implements Webhooks {
    private static final String WEBHOOKS = "/webhooks/v1/webhooks";

    private final Calls calls;

    public HttpWebhooks(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<NewRegistration> register(WebhookUrl url, Set<WebhookEventType> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a webhook registration has at least one event type");
        }
        ObjectNode body = Json.object().put("url", url.value());
        ArrayNode names = body.putArray("events");
        events.stream().map(WebhookEventType::value).sorted().forEach(names::add);
        return calls.make(
                Call.post(WEBHOOKS).body(body),
                AnswerReader.json(
                        json -> new NewRegistration(new RegistrationId(json.text("id")), json.text("secret"))));
    }

    @Override
    public Outcome<List<Registration>> list() {
        return calls.make(Call.get(WEBHOOKS), AnswerReader.json(json -> json.elements("webhooks").stream()
                .map(HttpWebhooks::registration)
                .toList()));
    }

    @Override
    public Outcome<NoContent> delete(RegistrationId id) {
        return calls.make(Call.delete(WEBHOOKS + "/{id}", id.value()), AnswerReader.noContent());
    }

    private static Registration registration(JsonAnswer answer) {
        Set<WebhookEventType> events = answer.optionalTexts("events").stream()
                .filter(event -> !event.isBlank())
                .map(WebhookEventType::new)
                .collect(Collectors.toSet());
        return new Registration(new RegistrationId(answer.text("id")), answer.text("url"), events);
    }
}
