package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.report.Twist;
import dev.kvitt.sandbox.report.Twists;
import dev.kvitt.vipps.rules.Msn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What goes wrong with the rows of captures and refunds to come. */
@Path("/sandbox/v1/report-twists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledgers")
@RunOnVirtualThread
public class TwistsResource {

    private static final Set<String> TYPES = Set.of("capture", "refund");
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST_TIMES = 1_000_000;

    /**
     * A twist; what is absent does not narrow it.
     *
     * @param entryType capture or refund
     * @param by of LATE, ISO 8601 duration
     * @param amount of EXTRA_FEE and OTHER_AMOUNT, minor units
     * @param times how many events it hits; 1 unless sent
     */
    public record Wish(
            Twist.Kind kind, String msn, String reference, String entryType, Duration by, Long amount, Integer times) {}

    private final Twists twists;
    private final Lookup lookup;
    private final StrictJson json;

    TwistsResource(Twists twists, Lookup lookup, StrictJson json) {
        this.twists = twists;
        this.lookup = lookup;
        this.json = json;
    }

    @GET
    @Operation(summary = "The twists that wait for their events")
    public List<Wish> list() {
        return twists.all().stream().map(TwistsResource::shown).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add one",
            description = "It hits the next captures or refunds that fit, when they happen. A restart forgets it.")
    public List<Wish> add(@RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))) byte[] body) {
        Twist twist = twist(json.read(body, Wish.class));
        if (!twists.add(twist)) {
            throw ControlError.conflict("There are " + Twists.MOST + " twists already.");
        }
        return list();
    }

    @DELETE
    @Operation(summary = "All is well again")
    public void clear() {
        twists.clear();
    }

    private Twist twist(Wish wish) {
        if (wish.kind() == null) {
            throw ControlError.badRequest("kind is one of " + List.of(Twist.Kind.values()) + ".");
        }
        if (wish.entryType() != null && !TYPES.contains(wish.entryType())) {
            throw ControlError.badRequest("entryType is capture or refund.");
        }
        Duration by = Optional.ofNullable(wish.by()).orElse(Duration.ZERO);
        boolean late = wish.kind() == Twist.Kind.LATE;
        if (late ? by.compareTo(Duration.ZERO) <= 0 || by.compareTo(LONGEST) > 0 : !by.isZero()) {
            throw ControlError.badRequest("LATE needs by, more than nothing and up to " + LONGEST + "; no other does.");
        }
        long amount = amount(wish);
        int times = Optional.ofNullable(wish.times()).orElse(1);
        if (times < 1 || times > MOST_TIMES) {
            throw ControlError.badRequest("times is 1 to " + MOST_TIMES + ".");
        }
        return new Twist(
                wish.kind(),
                Optional.ofNullable(wish.msn()).map(msn -> lookup.merchant(msn).msn()),
                Optional.ofNullable(wish.reference()),
                Optional.ofNullable(wish.entryType()),
                by,
                amount,
                times);
    }

    private static long amount(Wish wish) {
        long amount = Optional.ofNullable(wish.amount()).orElse(0L);
        boolean fits =
                switch (wish.kind()) {
                    case EXTRA_FEE -> amount > 0 && amount <= Integer.MAX_VALUE;
                    case OTHER_AMOUNT -> amount != 0 && Math.abs(amount) <= Integer.MAX_VALUE;
                    case MISSING, LATE, TWICE -> amount == 0;
                };
        if (!fits) {
            throw ControlError.badRequest(
                    "EXTRA_FEE needs amount, more than 0, and OTHER_AMOUNT any but 0; no other does.");
        }
        return amount;
    }

    private static Wish shown(Twist twist) {
        return new Wish(
                twist.kind(),
                twist.msn().map(Msn::value).orElse(null),
                twist.reference().orElse(null),
                twist.entryType().orElse(null),
                twist.by().isZero() ? null : twist.by(),
                twist.amount() == 0 ? null : twist.amount(),
                twist.times());
    }
}
