package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.sandbox.webhooks.WebhookFaults;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing registrations with their secrets, and making deliveries worse. */
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

    /** @param duplicate extra copies of every webhook, 0 to 10; 1 = everything is delivered twice */
    public record Faults(int duplicate) {}

    private final Lookup lookup;
    private final WebhookFaults faults;

    WebhooksResource(Lookup lookup, WebhookFaults faults) {
        this.lookup = lookup;
        this.faults = faults;
    }

    @GET
    @Operation(summary = "All webhook registrations with their secrets")
    public List<RegistrationView> list(@QueryParam("msn") String msn) {
        return lookup.merchants(msn).stream()
                .flatMap(merchant -> merchant.registrations().stream())
                .map(RegistrationView::of)
                .toList();
    }

    @GET
    @Path("faults")
    @Operation(summary = "How deliveries are being made worse")
    public Faults faults() {
        return new Faults(faults.duplicate());
    }

    @POST
    @Path("faults")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make deliveries worse, or well again", description = "Holds for events from now on.")
    public Faults set(Faults wanted) {
        if (wanted == null || wanted.duplicate() < 0 || wanted.duplicate() > WebhookFaults.MAX_DUPLICATE) {
            throw ControlError.badRequest("duplicate is the number of extra copies, 0 to 10.");
        }
        faults.duplicate(wanted.duplicate());
        return faults();
    }
}
