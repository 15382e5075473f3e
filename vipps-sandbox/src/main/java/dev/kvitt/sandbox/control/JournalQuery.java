package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.JournalEntry;
import dev.kvitt.sandbox.domain.VippsApi;
import dev.kvitt.vipps.rules.Msn;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the journal are wanted; everything may be left out. */
public class JournalQuery {

    /** The longest a reader is kept waiting. */
    static final Duration MAX_WAIT = Duration.ofMinutes(1);

    @QueryParam("since")
    @DefaultValue("0")
    @Parameter(description = "Entries with a higher number")
    long since;

    @QueryParam("kind")
    @Parameter(description = "request or delivery")
    String kind;

    @QueryParam("msn")
    String msn;

    @QueryParam("reference")
    @Parameter(description = "Payment reference, order id or QR id")
    String reference;

    @QueryParam("api")
    @Parameter(description = "Of requests, for example EPAYMENT")
    VippsApi api;

    @QueryParam("operation")
    @Parameter(description = "Of requests, for example CAPTURE")
    String operation;

    @QueryParam("event")
    @Parameter(description = "Of deliveries, for example epayments.payment.captured.v1")
    String event;

    @QueryParam("wait")
    @Parameter(description = "If there is no such entry yet, wait for one this long, up to PT1M of real time")
    String wait;

    Predicate<JournalEntry> wanted() {
        return ofKind().and(entry -> msn == null
                        || entry.msn().map(Msn::value).filter(msn::equals).isPresent())
                .and(entry -> reference == null
                        || entry.reference().filter(reference::equals).isPresent())
                .and(this::isOfOperation)
                .and(this::isOfEvent);
    }

    Duration patience() {
        try {
            Duration asked = wait == null ? Duration.ZERO : Duration.parse(wait);
            if (!asked.isNegative() && asked.compareTo(MAX_WAIT) <= 0) {
                return asked;
            }
        } catch (DateTimeParseException notADuration) {
            // Told below.
        }
        throw ControlError.badRequest("wait is an ISO 8601 duration up to " + MAX_WAIT + ", for example PT5S.");
    }

    private boolean isOfOperation(JournalEntry entry) {
        if (api == null && operation == null) {
            return true;
        }
        return entry instanceof JournalEntry.Request request
                && (api == null || request.call().api() == api)
                && (operation == null || request.call().operation().equals(operation));
    }

    private boolean isOfEvent(JournalEntry entry) {
        if (event == null) {
            return true;
        }
        return entry instanceof JournalEntry.Delivery delivery
                && delivery.event().equals(event);
    }

    private Predicate<JournalEntry> ofKind() {
        return switch (kind) {
            case null -> entry -> true;
            case "request" -> JournalEntry.Request.class::isInstance;
            case "delivery" -> JournalEntry.Delivery.class::isInstance;
            default -> throw ControlError.badRequest("kind is request or delivery.");
        };
    }
}
