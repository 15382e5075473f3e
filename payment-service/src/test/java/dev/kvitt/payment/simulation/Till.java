package dev.kvitt.payment.simulation;

import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Presented;
import dev.kvitt.payment.domain.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The point of sale, and the operator behind it: does what the plan says, when it has heard what the plan says. */
final class Till {

    static final Msn MSN = new Msn("123456");
    static final SaleId SALE = new SaleId("sim-sale1");
    static final SaleContext CONTEXT = new SaleContext(MSN, SALE, "shop", "till-1", null);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Takes what the till writes. */
    interface Writes {
        void write(Topic topic, Message message);
    }

    private final Agenda agenda;
    private final Plan plan;
    private final Writes topics;
    private final Set<Part.Heard> heard = EnumSet.noneOf(Part.Heard.class);

    Till(Agenda agenda, Plan plan, Writes topics) {
        this.agenda = agenda;
        this.plan = plan;
        this.topics = topics;
    }

    void begin() {
        heard(Part.Heard.NOTHING);
    }

    void hears(PaymentEvent event) {
        if (event.done()) {
            heard(Part.Heard.LAST_WORD);
        }
        switch (event) {
            case PaymentWaiting _ -> heard(Part.Heard.WAITING);
            case PaymentRequested _ -> heard(Part.Heard.REQUESTED);
            case PaymentAuthorized _ -> heard(Part.Heard.AUTHORIZED);
            case PaymentCaptured _ -> heard(Part.Heard.CAPTURED);
            default -> {}
        }
    }

    private void heard(Part.Heard what) {
        if (heard.add(what)) {
            for (int i = 0; i < plan.parts().size(); i++) {
                if (plan.parts().get(i) instanceof Part.TillActs act && act.heard() == what) {
                    var name =
                            act.wish() + "-" + act.heard() + "-" + act.after().toMillis();
                    agenda.in(act.after(), () -> act(act, name));
                }
            }
        }
    }

    private void act(Part.TillActs act, String name) {
        var request = new Request(CONTEXT, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
        switch (act.wish()) {
            case OPEN -> open(act, request);
            case PRESENT -> present(act, request);
            case CONFIRM -> {
                var line = new OrderLine(
                        "thing",
                        "Thing",
                        act.money(),
                        act.money(),
                        Money.zero(act.money().currency()),
                        0);
                pos(
                        request,
                        new Input.Confirmed(request, act.money(), List.of(line), null),
                        "the till confirms " + act.money());
            }
            case CANCEL -> pos(request, new Input.Cancelled(request, false), "the till cancels");
            case CANCEL_OR_REFUND -> pos(request, new Input.Cancelled(request, true), "the till cancels, or refunds");
            case AGAIN ->
                pos(
                        request,
                        new Input.AttemptRequested(
                                request, presented(act.customer()), agenda.now().plus(PATIENCE)),
                        "the till asks for another attempt" + with(act));
            case REFUND ->
                pos(
                        request,
                        new Input.RefundRequested(request, act.money()),
                        "the till refunds " + (act.money() == null ? "all" : act.money()));
            case PARK -> operator(request, new Input.Parked(CONTEXT), "the sale is parked");
            case UNPARK -> operator(request, new Input.Unparked(CONTEXT), "an operator unparks the sale");
            case RELEASE -> operator(request, new Input.ReleaseOrdered(), "an operator orders the release");
        }
    }

    private void open(Part.TillActs act, Request request) {
        if (plan.terms().selfOpened()) {
            var opened = new Input.Opened(null, CONTEXT, plan.terms(), presented(Customer.Kind.CUSTOMER_TOKEN));
            write(
                    Topic.CHECKIN_EVENTS,
                    request,
                    opened,
                    "a scan opens the sale of " + plan.terms().amount());
        } else {
            var opened = new Input.Opened(request, CONTEXT, plan.terms(), presented(act.customer()));
            pos(request, opened, "the till opens the sale of " + plan.terms().amount() + with(act));
        }
    }

    private void present(Part.TillActs act, Request request) {
        if (act.customer() == Customer.Kind.CUSTOMER_TOKEN) {
            var scan = new Input.CustomerPresented(null, presented(act.customer()));
            write(Topic.CHECKIN_EVENTS, request, scan, "a customer scans the printed code");
        } else if (act.customer() == Customer.Kind.BROWSER) {
            var press = new Input.CustomerPresented(null, presented(act.customer()));
            write(Topic.CHECKIN_EVENTS, request, press, "a customer presses pay on the page");
        } else {
            pos(
                    request,
                    new Input.CustomerPresented(request, presented(act.customer())),
                    "a customer is presented" + with(act));
        }
    }

    private static String with(Part.TillActs act) {
        return act.customer() == null ? "" : " (" + act.customer() + ")";
    }

    private Presented presented(Customer.Kind kind) {
        if (kind == null) {
            return null;
        }
        var customer =
                switch (kind) {
                    case CUSTOMER_TOKEN, PERSONAL_QR, PHONE_NUMBER -> Customer.sealed(kind, new Sealed("a.b.c.d.e"));
                    case KNOWN -> Customer.known("customer-1", null);
                    case SCREEN, BROWSER -> Customer.unknown(kind);
                };
        return new Presented(customer, agenda.now().plus(PATIENCE));
    }

    private void pos(Request request, Input input, String text) {
        write(Topic.POS_SALES, request, input, text);
    }

    private void operator(Request request, Input input, String text) {
        write(Topic.OPERATOR_COMMANDS, request, input, text);
    }

    private void write(Topic topic, Request request, Input input, String text) {
        topics.write(topic, new Message(request.eventId(), input, text, agenda.now()));
    }
}
