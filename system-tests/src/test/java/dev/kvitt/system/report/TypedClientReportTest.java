package dev.kvitt.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.AccountingKeys;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.epayment.CreatePayment;
import dev.kvitt.vipps.client.epayment.CustomerInteraction;
import dev.kvitt.vipps.client.epayment.Flow;
import dev.kvitt.vipps.client.epayment.PaymentDescription;
import dev.kvitt.vipps.client.epayment.ReturnUrl;
import dev.kvitt.vipps.client.report.Cursor;
import dev.kvitt.vipps.client.report.DatePage;
import dev.kvitt.vipps.client.report.EntryType;
import dev.kvitt.vipps.client.report.FeedPage;
import dev.kvitt.vipps.client.report.LedgerEntry;
import dev.kvitt.vipps.client.report.LedgerId;
import dev.kvitt.vipps.client.report.RecipientHandle;
import dev.kvitt.vipps.client.report.Report;
import dev.kvitt.vipps.client.report.Topic;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The typed client of the Report API against the sandbox that runs: each was made without the other. */
class TypedClientReportTest {

    private static final LedgerId LEDGER = new LedgerId("30123456");
    private static final MerchantSerialNumber MSN = new MerchantSerialNumber("123456");
    private static final String DIAL = "/sandbox/v1/ledgers/30123456";
    private static final AtomicInteger KEYS = new AtomicInteger();

    private LoneSandbox sandbox;
    private VippsClient client;
    private VippsApi api;

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    private void start(String... settings) {
        sandbox = LoneSandbox.start(settings);
        client = new VippsClient(
                VippsEnvironment.of(sandbox.uri(), new SystemName("kvitt", "1", "system-tests", "1")),
                InstantSource.system());
        api = client.forSalesUnit(
                new SalesUnitKeys(MSN, "demo-client-id", "demo-client-secret", List.of("demo-subscription-key")));
    }

    @Test
    void a_capture_is_found_by_the_pspReference_of_its_event_with_either_keys() {
        start();
        var reference = new Reference("report-0001");
        var captured = capture(reference, 2500);

        var accountants = client.forAccounting(new AccountingKeys("demo-accounting-id", "demo-accounting-secret"));
        for (Report report : List.of(api.report(), accountants)) {
            assertThat(done(report.ledgers(RecipientHandle.of(MSN))).ledgers())
                    .singleElement()
                    .satisfies(ledger -> {
                        assertThat(ledger.id()).isEqualTo(LEDGER);
                        assertThat(ledger.settlesFor()).containsExactly(RecipientHandle.of(MSN));
                    });
            var funds = done(report.feed(LEDGER, Topic.FUNDS, Optional.empty()));
            assertThat(funds.tryLater()).isTrue();
            assertThat(funds.entries()).singleElement().satisfies(row -> {
                assertThat(row.type()).isEqualTo(EntryType.CAPTURE);
                assertThat(row.amount().minorUnits()).isEqualTo(2500);
                assertThat(row.pspReference()).contains(captured);
                assertThat(row.reference()).contains("report-0001");
                assertThat(row.recipient()).contains(RecipientHandle.of(MSN));
            });
            assertThat(done(report.feed(LEDGER, Topic.FUNDS, Optional.of(funds.next()))))
                    .isEqualTo(new FeedPage(List.of(), funds.next(), true));
        }
    }

    @Test
    void a_payout_ends_its_date_whatever_stands_before_it_and_a_new_token_is_fetched_when_the_old_ended() {
        start();
        var date = sold();
        sandbox.post(DIAL + "/rows", "{\"entryType\":\"loyalty-bonus\",\"amount\":-7}");
        assertThat(onDate(date).isComplete()).isFalse();

        sandbox.post("/sandbox/v1/clock", "{\"advance\":\"P1D\"}");
        assertThat(onDate(date).isComplete()).isTrue();
        var rows = onDate(date).entries();
        assertThat(rows)
                .extracting(LedgerEntry::type)
                .containsExactly(
                        EntryType.CAPTURE,
                        new EntryType("loyalty-bonus"),
                        EntryType.FEES_RETAINED,
                        EntryType.PAYOUT_SCHEDULED);
        assertThat(rows.getLast().balanceAfter().orElseThrow().minorUnits()).isZero();
        assertThat(rows.getLast().recipient()).isEmpty();
        assertThat(rows.get(1).reference()).isEmpty();
    }

    @Test
    void the_other_readings_are_understood_too_and_what_is_not_there_is_not_found() {
        start("sandbox.rules.report.open-date=NOT_FOUND", "sandbox.rules.report.payout-type=SCHEDULED_FOR_PAYOUT");
        var date = sold();
        notFound(api.report().onDate(LEDGER, Topic.FUNDS, date, Optional.empty()));
        notFound(api.report().feed(new LedgerId("30654321"), Topic.FUNDS, Optional.empty()));

        sandbox.post("/sandbox/v1/clock", "{\"advance\":\"P1D\"}");
        assertThat(onDate(date).isComplete()).isTrue();
        assertThat(onDate(date).entries().getLast().type().isPayout()).isTrue();
    }

    @Test
    void a_long_feed_is_read_to_its_end_without_a_gap() {
        start();
        int events = Integer.getInteger("report.events", 50_000);
        sandbox.post(DIAL + "/made-up", "{\"events\":" + events + ",\"days\":50}");

        long start = System.nanoTime();
        long balance = 0;
        long rows = 0;
        Optional<Cursor> place = Optional.empty();
        boolean more = true;
        while (more) {
            var page = done(api.report().feed(LEDGER, Topic.FUNDS, place));
            for (LedgerEntry row : page.entries()) {
                assertThat(row.balanceBefore().orElseThrow().minorUnits()).isEqualTo(balance);
                balance += row.amount().minorUnits();
            }
            rows += page.entries().size();
            place = Optional.of(page.next());
            more = !page.tryLater();
        }
        System.out.printf("%d rows in %d ms%n", rows, (System.nanoTime() - start) / 1_000_000);
        assertThat(rows).isEqualTo(events + 2L * 50);
        assertThat(balance).isZero();
    }

    private PspReference capture(Reference reference, long value) {
        var amount = new Amount(Currency.NOK, value);
        var payment = CreatePayment.of(
                reference,
                amount,
                new Flow.WebRedirect(new ReturnUrl("https://shop.example/return"), Optional.empty()),
                new PaymentDescription("Fanta"),
                CustomerInteraction.CUSTOMER_PRESENT);
        done(api.epayment().create(payment, newKey()));
        sandbox.post("/sandbox/v1/payments/123456/" + reference + "/approve", "");
        done(api.epayment().capture(reference, amount, newKey()));
        return done(api.epayment().events(reference)).getLast().pspReference();
    }

    /** Sells something, and tells on which date it was booked. */
    private LocalDate sold() {
        capture(new Reference("report-0001"), 2500);
        return done(api.report().feed(LEDGER, Topic.FUNDS, Optional.empty()))
                .entries()
                .getFirst()
                .ledgerDate();
    }

    private static void notFound(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.error().isNotFound())
                .isTrue());
    }

    private DatePage onDate(LocalDate date) {
        return done(api.report().onDate(LEDGER, Topic.FUNDS, date, Optional.empty()));
    }

    private static IdempotencyKey newKey() {
        return new IdempotencyKey("report-" + KEYS.incrementAndGet());
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).answer();
    }
}
