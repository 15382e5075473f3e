package dev.kvitt.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.till.Tills;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.function.Executable;

/** webhook-gateway passes on what Vipps tells, and keeps the registrations for it. */
final class GatewayCrashes {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Sales sales;
    private final List<Executable> endings;

    GatewayCrashes(Sales sales, List<Executable> endings) {
        this.sales = sales;
        this.endings = endings;
    }

    void run() {
        var gone = asked();
        var unsent = asked();
        var unanswered = asked();
        try (var halts = Halts.of("webhook-gateway")) {
            approves(gone);
            halts.whenReadyAt("webhook.before-send", () -> approves(unsent));
            halts.whenReadyAt("webhook.after-ack", () -> approves(unanswered));

            Rows.change("gateway", "delete from registration where kind = 'PAYMENTS' and msn = '" + Shop.MSN + "'");
            halts.at("registration.before-call");
            halts.at("registration.after-call");
            halts.wereEverywhere();
        }
        for (var sale : List.of(gone, unsent, unanswered)) {
            endings.add(() -> sales.isPaidOnce(sale));
        }
        isRegisteredOnce();
        var told = sales.tills.paid(sales.tills.byNumber());
        sales.vending.await(
                PaymentHappened.class,
                fact -> fact.reference().equals(Tills.reference(told, 1))
                        && fact.name().equals("AUTHORIZED"),
                "a webhook comes by the new registration");
        endings.add(() -> sales.isPaidOnce(told));
    }

    private SaleOpened asked() {
        var sale = sales.tills.open(sales.tills.byNumber());
        sales.tills.asked(sale, 1);
        return sale;
    }

    private void approves(SaleOpened sale) {
        sales.tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1));
    }

    /** The one whose secret was lost with the process is gone, and there is one that works. */
    private void isRegisteredOnce() {
        StackUnderTest.waitFor(() -> registered() == 1, LIMIT);
        assertThat(atVipps()).isEqualTo(1);
    }

    private static long registered() {
        return Rows.count(
                "gateway",
                "select count(*) from registration where kind = 'PAYMENTS' and state = 'REGISTERED' and msn = '"
                        + Shop.MSN + "'");
    }

    private long atVipps() {
        return StreamSupport.stream(
                        sales.tills
                                .shop
                                .phone
                                .get("/sandbox/v1/webhooks?msn=" + Shop.MSN)
                                .spliterator(),
                        false)
                .filter(each -> each.get("events").toString().contains("authorized"))
                .count();
    }
}
