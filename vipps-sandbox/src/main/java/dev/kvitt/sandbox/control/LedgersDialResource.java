package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.report.Entry;
import dev.kvitt.sandbox.report.Ledger;
import dev.kvitt.sandbox.report.Ledgers;
import dev.kvitt.sandbox.report.MadeUp;
import dev.kvitt.sandbox.report.Topic;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.SalesUnit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seeing ledgers, and changing what they tell. */
@Path("/sandbox/v1/ledgers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledgers")
@RunOnVirtualThread
public class LedgersDialResource {

    private static final int MOST_DAYS = 3660;

    /**
     * A row to book.
     *
     * @param topic FUNDS unless sent
     * @param entryType any text of at most 50 characters
     * @param amount minor units, signed, not 0
     * @param pspReference made up unless sent
     * @param msn the recipient; one of the ledger's; absent = none
     * @param time now unless sent
     */
    public record Row(
            Topic topic,
            String entryType,
            Long amount,
            String pspReference,
            String reference,
            String msn,
            Instant time) {}

    /**
     * Rows to make up.
     *
     * @param events captures and refunds, 1 to 10 million
     * @param days over which they are spread, 1 to 3660, the last is yesterday; 30 unless sent
     * @param seed the same seed makes the same rows; 1 unless sent
     */
    public record MadeUpWish(Integer events, Integer days, Long seed) {}

    private final Ledgers ledgers;
    private final Lookup lookup;
    private final SandboxClock clock;
    private final Ids ids;
    private final StrictJson json;

    LedgersDialResource(Ledgers ledgers, Lookup lookup, SandboxClock clock, Ids ids, StrictJson json) {
        this.ledgers = ledgers;
        this.lookup = lookup;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    @GET
    @Operation(summary = "Every ledger: what is agreed about it, and how far it has come")
    public List<LedgerView> list() {
        return ledgers.all().stream()
                .map(ledger -> LedgerView.of(ledger, ledgers))
                .toList();
    }

    @PATCH
    @Path("{ledgerId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change what is agreed about a ledger, or how late its rows come",
            description = "What is not sent stays. Rows that are there stay as they are.")
    public LedgerView change(
            @PathParam("ledgerId") String ledgerId,
            @RequestBody(content = @Content(schema = @Schema(implementation = TermsChange.class))) byte[] body) {
        Ledger ledger = ledger(ledgerId);
        TermsChange wanted = json.read(body, TermsChange.class);
        List<Msn> msns = Optional.ofNullable(wanted.msns()).orElse(List.of()).stream()
                .map(msn -> ofSameMarket(ledger, msn))
                .distinct()
                .toList();
        wanted.problem().ifPresent(problem -> {
            throw ControlError.badRequest(problem);
        });
        ledgers.change(ledger, before -> wanted.applied(before, msns));
        return LedgerView.of(ledger, ledgers);
    }

    @POST
    @Path("{ledgerId}/rows")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Book a row now",
            description =
                    "Corrections, disputes, aborted payouts, further fees, sales that nobody here made, and types "
                            + "that nobody knows yet.")
    public LedgerView book(
            @PathParam("ledgerId") String ledgerId,
            @RequestBody(content = @Content(schema = @Schema(implementation = Row.class))) byte[] body) {
        Ledger ledger = ledger(ledgerId);
        Row row = json.read(body, Row.class);
        if (row.entryType() == null
                || row.entryType().isBlank()
                || row.entryType().length() > 50) {
            throw ControlError.badRequest("entryType is a text of at most 50 characters, as correction is.");
        }
        if (row.amount() == null || row.amount() == 0 || Math.abs(row.amount()) > Integer.MAX_VALUE) {
            throw ControlError.badRequest("amount is in minor units, signed and not 0.");
        }
        ledgers.book(ledger, List.of(entry(ledger, row)));
        return LedgerView.of(ledger, ledgers);
    }

    @POST
    @Path("{ledgerId}/made-up")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Let an empty ledger begin with made-up rows, up to ten million",
            description = "They are made anew whenever they are read, so they take no memory.")
    public LedgerView makeUp(
            @PathParam("ledgerId") String ledgerId,
            @RequestBody(content = @Content(schema = @Schema(implementation = MadeUpWish.class))) byte[] body) {
        Ledger ledger = ledger(ledgerId);
        MadeUpWish wish = json.read(body, MadeUpWish.class);
        int days = Optional.ofNullable(wish.days()).orElse(30);
        long seed = Optional.ofNullable(wish.seed()).orElse(1L);
        if (wish.events() == null || wish.events() < 1 || wish.events() > MadeUp.MOST_EVENTS) {
            throw ControlError.badRequest("events is 1 to " + MadeUp.MOST_EVENTS + ".");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw ControlError.badRequest("days is 1 to " + MOST_DAYS + ".");
        }
        if (ledgers.terms(ledger).msns().isEmpty()) {
            throw ControlError.conflict("This ledger settles for nobody.");
        }
        if (!ledgers.makeUp(ledger, seed, wish.events(), days)) {
            throw ControlError.conflict("The ledger has rows already, and made-up ones come before all others.");
        }
        return LedgerView.of(ledger, ledgers);
    }

    private Entry entry(Ledger ledger, Row row) {
        Optional<Msn> recipient =
                Optional.ofNullable(row.msn()).map(msn -> lookup.merchant(msn).msn());
        if (recipient.filter(msn -> !ledgers.terms(ledger).msns().contains(msn)).isPresent()) {
            throw ControlError.badRequest("The ledger does not settle for this msn.");
        }
        return new Entry(
                Optional.ofNullable(row.topic()).orElse(Topic.FUNDS),
                row.entryType(),
                row.amount(),
                Optional.ofNullable(row.pspReference())
                        .orElseGet(() -> ids.eventReference().value()),
                Optional.ofNullable(row.reference()),
                recipient,
                Optional.ofNullable(row.time()).orElseGet(clock::now));
    }

    private Msn ofSameMarket(Ledger ledger, String msn) {
        SalesUnit unit = lookup.merchant(msn).merchant().salesUnit();
        if (unit.market() != ledger.market()) {
            throw ControlError.badRequest("A ledger has one currency: " + msn + " is of another market.");
        }
        return unit.msn();
    }

    private Ledger ledger(String ledgerId) {
        return ledgers.find(ledgerId)
                .orElseThrow(
                        () -> ControlError.notFound("There is no such ledger. GET /sandbox/v1/ledgers lists them."));
    }
}
