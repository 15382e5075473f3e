package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Moving the sandbox's time. */
@Path("/sandbox/v1/clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Time")
@RunOnVirtualThread
public class ClockResource {

    /** The furthest move at once: ten years. */
    static final Duration MAX_ADVANCE = Duration.ofDays(3660);

    /**
     * One of both, or both: then it is moved first.
     *
     * @param advance ISO 8601 duration, more than nothing, for example PT11M
     * @param speed how many seconds pass in a real one from now on, 1 to 100000
     */
    public record Change(Duration advance, Integer speed) {}

    /**
     * @param ahead how far it is ahead of real time
     * @param settled of a move: all that became due by it has happened; false = a receiver of webhooks had not answered
     *     by then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Time(Instant now, String ahead, int speed, Boolean settled) {}

    private final SandboxClock clock;
    private final TimeMachine machine;
    private final StrictJson json;

    ClockResource(SandboxClock clock, TimeMachine machine, StrictJson json) {
        this.clock = clock;
        this.machine = machine;
        this.json = json;
    }

    @GET
    @Operation(summary = "What time it is here")
    public Time now() {
        return time(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Move time ahead, or let it run faster",
            description = "What becomes due by a move has happened when the answer comes, in the order in which it "
                    + "was due. Never goes back. The date on webhooks is real time all the same.")
    public Time change(@RequestBody(content = @Content(schema = @Schema(implementation = Change.class))) byte[] body) {
        Change wanted = json.read(body, Change.class);
        if (wanted.advance() == null && wanted.speed() == null) {
            throw ControlError.badRequest("Send {\"advance\":\"PT11M\"} or {\"speed\":60}.");
        }
        if (wanted.advance() != null
                && (wanted.advance().isNegative()
                        || wanted.advance().isZero()
                        || wanted.advance().compareTo(MAX_ADVANCE) > 0)) {
            throw ControlError.badRequest(
                    "advance is an ISO 8601 duration longer than nothing and up to " + MAX_ADVANCE + ", as PT11M is.");
        }
        if (wanted.speed() != null && (wanted.speed() < 1 || wanted.speed() > SandboxClock.MAX_SPEED)) {
            throw ControlError.badRequest("speed is 1 to " + SandboxClock.MAX_SPEED + "; 1 is as fast as real time.");
        }
        Boolean settled = wanted.advance() == null ? null : machine.advance(wanted.advance());
        Optional.ofNullable(wanted.speed()).ifPresent(clock::speed);
        return time(settled);
    }

    private Time time(Boolean settled) {
        return new Time(clock.now(), clock.ahead().toString(), clock.speed(), settled);
    }
}
