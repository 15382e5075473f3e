package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.webhook.RegistrationRule;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Registrations of the Webhooks API. */
@Path("/webhooks/v1/webhooks")
@RunOnVirtualThread
public class WebhookResource {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    record Wish(String url, List<String> events) {}

    /** The only time the secret is told. */
    record Registered(String id, String secret) {
        @Override
        public String toString() {
            return "Registered[" + id + "]";
        }
    }

    record Listed(String id, String url, List<String> events) {
        static Listed of(Registration registration) {
            List<String> names = registration.events().stream()
                    .map(WebhookEventType::typeName)
                    .toList();
            return new Listed(registration.id().toString(), registration.url().toString(), names);
        }
    }

    private final JsonBodies bodies;
    private final Responses responses;
    private final Call call;
    private final boolean allowLoopbackHttp;

    WebhookResource(JsonBodies bodies, Responses responses, Call call, SandboxConfig config) {
        this.bodies = bodies;
        this.responses = responses;
        this.call = call;
        this.allowLoopbackHttp = config.allowLoopbackHttp();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(byte[] body, @Context UriInfo uri) {
        Wish wish = bodies.read(body, Wish.class).value();
        List<FieldProblem> problems = RegistrationRule.problems(wish.url(), wish.events(), allowLoopbackHttp);
        if (!problems.isEmpty()) {
            return responses.refused(new Refusal.Malformed(problems), uri.getPath());
        }
        List<WebhookEventType> types = wish.events().stream()
                .distinct()
                .map(WebhookEventType::named)
                .flatMap(Optional::stream)
                .toList();
        return switch (call.merchant().register(URI.create(wish.url()), types)) {
            case MerchantState.Registering.Done(Registration done) -> registered(done);
            case MerchantState.Registering.Full(WebhookEventType type) -> full(type, uri);
        };
    }

    @GET
    public Response list() {
        List<Listed> all =
                call.merchant().registrations().stream().map(Listed::of).toList();
        return responses.json(OK, Map.of("webhooks", all));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @Context UriInfo uri) {
        Optional<UUID> registration = uuid(id);
        if (registration.isEmpty()) {
            return responses.refused(Refusal.Malformed.of("id", "The value '" + id + "' is not valid."), uri.getPath());
        }
        if (!call.merchant().unregister(registration.get())) {
            return responses.error(uri.getPath(), NOT_FOUND, "Not Found", "There is no such webhook.", List.of());
        }
        call.changedSomething();
        return Response.noContent().build();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private Response registered(Registration done) {
        call.changedSomething();
        return responses.json(
                CREATED, new Registered(done.id().toString(), done.secret().text()));
    }

    private Response full(WebhookEventType type, UriInfo uri) {
        String reason =
                "At most " + type.maxRegistrations() + " webhooks can be registered for " + type.typeName() + ".";
        return responses.refused(Refusal.Malformed.of("events", reason), uri.getPath());
    }
}
