package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.report.Ledgers;
import dev.kvitt.vipps.rules.RulesSwitches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** {@code GET /settlement/v1/ledgers}: the ledgers that the caller may read. */
@Path("/settlement/v1/ledgers")
@RunOnVirtualThread
public class LedgersResource {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Ledgers ledgers;
    private final Responses responses;
    private final Call call;
    private final RulesSwitches.HandleForm form;
    private final int pageSize;

    LedgersResource(Ledgers ledgers, Responses responses, Call call, Sandbox sandbox, SandboxConfig config) {
        this.ledgers = ledgers;
        this.responses = responses;
        this.call = call;
        this.form = sandbox.switches().report().handleForm();
        this.pageSize = config.ledgersPage();
    }

    @GET
    public Response list(
            @QueryParam("settlesForRecipientHandles") String handle,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        boolean first = cursor == null || cursor.isEmpty();
        Optional<ReportPlace> place = first ? Optional.of(new ReportPlace(list(handle), 0)) : ReportPlace.read(cursor);
        return place.map(this::page)
                .orElseGet(() -> responses.error(
                        uri.getPath(), BAD_REQUEST, "Bad Request", "There is no such cursor.", List.of()));
    }

    private Response page(ReportPlace from) {
        List<ReportJson.OneLedger> all = call.readable().stream()
                .flatMap(msn -> ledgers.seenBy(msn).stream())
                .distinct()
                .map(ledger ->
                        ReportJson.OneLedger.of(ledger, ledgers.terms(ledger).msns(), form))
                .filter(ledger -> from.list().isEmpty()
                        || ledger.settlesForRecipientHandles().contains(from.list()))
                .skip(from.number())
                .limit(pageSize + 1L)
                .toList();
        boolean more = all.size() > pageSize;
        String next = more ? new ReportPlace(from.list(), from.number() + pageSize).cursor() : "";
        return responses.json(OK, new ReportJson.LedgerList(next, more ? all.subList(0, pageSize) : all));
    }

    /** The cursor remembers the filter: no other parameter is needed with it. */
    private static String list(String handle) {
        return handle == null ? "" : handle;
    }
}
