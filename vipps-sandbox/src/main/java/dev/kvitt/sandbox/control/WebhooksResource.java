package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing registrations with their secrets. */
@Path("/sandbox/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@RunOnVirtualThread
public class WebhooksResource {

    /** With its secret, which Vipps tells only once. */
    public record RegistrationView(String id, String msn, String url, String secret, List<String> events) {
        static RegistrationView of(Registration registration) {
            return new RegistrationView(
                    registration.id().toString(),
                    registration.msn().value(),
                    registration.url().toString(),
                    registration.secret().text(),
                    registration.events().stream()
                            .map(WebhookEventType::typeName)
                            .toList());
        }

        @Override
        public String toString() {
            return "RegistrationView[" + id + "]";
        }
    }

    private final Lookup lookup;

    WebhooksResource(Lookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Operation(summary = "All webhook registrations with their secrets")
    public List<RegistrationView> list(@QueryParam("msn") String msn) {
        return lookup.merchants(msn).stream()
                .flatMap(merchant -> merchant.registrations().stream())
                .map(RegistrationView::of)
                .toList();
    }
}
