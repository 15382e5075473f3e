package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Moving the sandbox's time. */
@Path("/sandbox/v1/clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Time")
@RunOnVirtualThread
public class ClockResource {

    /** @param advance ISO 8601 duration, more than nothing, for example PT11M */
    public record Advance(Duration advance) {}

    /** @param ahead how far it is ahead of real time */
    public record Time(Instant now, String ahead) {}

    private final SandboxClock clock;
    private final Sandbox sandbox;

    ClockResource(SandboxClock clock, Sandbox sandbox) {
        this.clock = clock;
        this.sandbox = sandbox;
    }

    @GET
    @Operation(summary = "What time it is here")
    public Time now() {
        return new Time(clock.now(), clock.ahead().toString());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Move time ahead",
            description = "What becomes due by it has happened when the answer comes. Never goes back. "
                    + "Retries of webhooks and the date on them follow real time.")
    public Time advance(Advance wanted) {
        if (wanted == null
                || wanted.advance() == null
                || wanted.advance().isNegative()
                || wanted.advance().isZero()) {
            throw ControlError.badRequest("advance is an ISO 8601 duration longer than nothing, for example PT11M.");
        }
        clock.advance(wanted.advance());
        sandbox.catchUpWithTime();
        return now();
    }
}
