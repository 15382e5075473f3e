package dev.kvitt.local.demo;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.SaleContext;
import dev.kvitt.local.stack.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Vending machine with a printed callback code: reserve the dearest product, capture what dropped, release the rest. */
public final class VendingFlow implements DemoFlow {

    private static final String QR = "machine-1-qr";
    private static final String CUSTOMER = "4712345678";

    private record Story(String title, BiConsumer<Vending, SaleContext> play) {}

    private static final List<Story> STORIES = List.of(
            new Story("a Fanta for 30.00", (vending, sale) -> {
                approve(vending, sale);
                vending.machine.dropped(sale, "fanta", 3000);
                awaitReceipt(vending, sale);
            }),
            new Story("the dearest product, 50.00", (vending, sale) -> {
                approve(vending, sale);
                vending.machine.dropped(sale, "sandwich", 5000);
                awaitReceipt(vending, sale);
            }),
            new Story("the machine jams", (vending, sale) -> {
                approve(vending, sale);
                vending.machine.jammed(sale);
            }),
            new Story(
                    "the customer rejects",
                    (vending, sale) -> vending.phone.reject(
                            sale.msn(), vending.requested(sale).reference())),
            new Story(
                    "the customer never answers",
                    (vending, sale) -> vending.phone.ignore(
                            sale.msn(), vending.requested(sale).reference())));

    @Override
    public String name() {
        return "vending";
    }

    @Override
    public boolean run(Addresses addresses, Progress progress) {
        var ledger = new ArrayList<LedgerLine>();
        try (var vending = new Vending(addresses)) {
            vending.phone.awaitKvitt(Vending.MSN, QR);
            for (var story : STORIES) {
                progress.say("vending: " + story.title());
                ledger.add(play(vending, story));
            }
        }
        return LedgerLine.agree(ledger, progress);
    }

    private static LedgerLine play(Vending vending, Story story) {
        var sale = vending.scan(QR, CUSTOMER);
        story.play().accept(vending, sale);
        var last = vending.done(sale);
        Timeline.of(vending.log.of(sale.key())).forEach(System.out::println);
        var reference = PaymentReference.of(sale.saleId(), 1);
        return LedgerLine.of(story.title(), last, vending.phone, sale.msn(), reference, false);
    }

    private static void approve(Vending vending, SaleContext sale) {
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
    }

    private static void awaitReceipt(Vending vending, SaleContext sale) {
        vending.await(ReceiptPosted.class, posted -> posted.sale().key().equals(sale.key()), "the receipt is posted");
    }
}
