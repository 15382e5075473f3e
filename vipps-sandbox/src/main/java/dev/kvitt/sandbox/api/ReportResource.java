package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.report.DatePage;
import dev.kvitt.sandbox.report.Ledger;
import dev.kvitt.sandbox.report.LedgerRow;
import dev.kvitt.sandbox.report.Ledgers;
import dev.kvitt.sandbox.report.Page;
import dev.kvitt.sandbox.report.Topic;
import dev.kvitt.vipps.rules.RulesSwitches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of one ledger, by date or as an endless feed. */
@Path("/report/v2/ledgers/{ledgerId}/{topic:funds|fees}")
@RunOnVirtualThread
public class ReportResource {

    /** Rows on a page. */
    static final int PAGE = 1000;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Ledgers ledgers;
    private final Responses responses;
    private final Call call;
    private final RulesSwitches.Report switches;

    ReportResource(Ledgers ledgers, Responses responses, Call call, Sandbox sandbox) {
        this.ledgers = ledgers;
        this.responses = responses;
        this.call = call;
        this.switches = sandbox.switches().report();
    }

    @GET
    @Path("dates/{ledgerDate}")
    public Response date(
            @PathParam("ledgerId") String ledgerId,
            @PathParam("topic") String topic,
            @PathParam("ledgerDate") String date,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Optional<LocalDate> day = day(date);
        if (day.isEmpty()) {
            return error(uri, BAD_REQUEST, "Bad Request", "ledgerDate is a date, YYYY-MM-DD.");
        }
        return from(ledgerId, topic + "/" + day.get(), cursor, uri, at -> {
            DatePage found = ledgers.on(at.ledger(), Topic.of(topic), day.get(), at.number(), PAGE);
            if (!found.closed() && switches.openDate() == RulesSwitches.OpenDate.NOT_FOUND) {
                return error(uri, NOT_FOUND, "Not Found", "The report for this date is not available yet.");
            }
            Page page = found.page();
            String next = page.more() ? at.cursor(page.next()) : null;
            return responses.json(
                    OK, new ReportJson.DateReport(next, page.more(), !found.closed(), rows(at.ledger(), page.rows())));
        });
    }

    @GET
    @Path("feed")
    public Response feed(
            @PathParam("ledgerId") String ledgerId,
            @PathParam("topic") String topic,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return from(ledgerId, topic, cursor, uri, at -> {
            Page page = ledgers.feed(at.ledger(), Topic.of(topic), at.number(), PAGE);
            return responses.json(
                    OK,
                    new ReportJson.FeedReport(at.cursor(page.next()), !page.more(), rows(at.ledger(), page.rows())));
        });
    }

    /** Where in which ledger. */
    private record At(Ledger ledger, ReportPlace place) {
        long number() {
            return place.number();
        }

        String cursor(long next) {
            return new ReportPlace(place.list(), next).cursor();
        }
    }

    private Response from(String ledgerId, String what, String cursor, UriInfo uri, Function<At, Response> answer) {
        call.about(ledgerId);
        Optional<Ledger> ledger = ledgers.find(ledgerId).filter(this::isReadable);
        if (ledger.isEmpty()) {
            return error(uri, NOT_FOUND, "Not Found", "There is no such ledger, or these keys may not read it.");
        }
        String list = ledgerId + "/" + what;
        boolean first = cursor == null || cursor.isEmpty();
        Optional<ReportPlace> place = first ? Optional.of(new ReportPlace(list, 0)) : ReportPlace.read(cursor, list);
        return place.map(from -> answer.apply(new At(ledger.get(), from)))
                .orElseGet(() -> error(uri, BAD_REQUEST, "Bad Request", "The cursor is not one of this report."));
    }

    private boolean isReadable(Ledger ledger) {
        return call.readable().stream().anyMatch(msn -> ledgers.seenBy(msn).contains(ledger));
    }

    private List<ReportJson.Row> rows(Ledger ledger, List<LedgerRow> rows) {
        return rows.stream()
                .map(row -> ReportJson.Row.of(row, ledger.market(), switches.handleForm()))
                .toList();
    }

    private Response error(UriInfo uri, int status, String title, String detail) {
        return responses.error(uri.getPath(), status, title, detail, List.of());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.toString().length() == "YYYY-MM-DD".length());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
