package dev.kvitt.system.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Ids;
import dev.kvitt.events.Keys;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.till.Books;
import dev.kvitt.system.till.Tills;
import dev.kvitt.system.vending.Expect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A till and a vending machine that somebody else has written, in another language, from the contract alone: they sell, are
 * killed in the middle of a sale, and find out the truth by asking.
 */
@EnabledIfSystemProperty(
        named = "examples.node",
        matches = ".*",
        disabledReason = "needs node and its packages: .ci/node-till gets and runs it")
class NodeTillTest {

    private static final String TILL = "till-3";
    private static final long BASKET = 7900;
    private static final String MACHINE = "machine-1";
    private static final String QR = "machine-1-qr";
    private static final Map<String, String> DROPS_BY_HAND = Map.of("KVITT_DROPS_BY_HAND", "true");

    /** The disk of both: it outlives them. */
    @TempDir
    static Path disk;

    private static Tills tills;
    private static Vending vending;
    private static Stack stack;

    private final List<NodeTill> started = new ArrayList<>();

    @BeforeAll
    static void start() {
        stack = StackUnderTest.stack();
        tills = new Tills();
        vending = StackUnderTest.vending();
    }

    @AfterEach
    void end() {
        started.forEach(NodeTill::close);
    }

    private NodeTill till(String... words) {
        return started(NodeTill.start(stack, TILL, disk, Map.of(), words));
    }

    private NodeTill machine(Map<String, String> settings) {
        return started(NodeTill.start(stack, MACHINE, disk, settings, "vend", "fanta"));
    }

    private NodeTill started(NodeTill program) {
        started.add(program);
        return program;
    }

    private static void approves(SaleId sale) {
        vending.phone.approve(Vending.MSN, PaymentReference.of(sale, 1));
    }

    private static SaleOpened opened(SaleId sale) {
        return vending.await(
                Keys.sale(Vending.MSN, sale), SaleOpened.class, opened -> true, "the Node till's sale is on its topic");
    }

    private static void basketIsPaidOnce(SaleId sale) {
        Books.close(tills.shop, opened(sale), 1, Books.sums(BASKET, BASKET, 0, 0), "create=1", "capture=1");
    }

    private static void fantaIsPaidOnce(SaleContext sale) {
        assertThat(vending.done(sale)).isInstanceOf(PaymentSettled.class);
        Expect.receipt(vending, sale);
        Expect.atVipps(vending, sale, Expect.sums(5000, 3000, 2000), 4);
    }

    /** The machine waits, somebody scans its code and approves. */
    private SaleContext approvedAt(NodeTill machine) {
        machine.says("display: scan the code");
        var sale = vending.scan(QR, Tills.ADA);
        machine.says("display: approve on your phone");
        approves(sale.saleId());
        return sale;
    }

    private static void somethingDrops() throws IOException {
        Files.writeString(disk.resolve("drops"), ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void the_ids_it_makes_are_those_of_the_contract() throws IOException {
        var sales = List.of(
                List.of("123456", "sale-0001", "kvitt.sale.opened.v1", "open"),
                List.of("0042", "till-3-20261122101500-1", "kvitt.sale.cancelled.v1", "~!{\"x\":1}"),
                List.of("1234567", "a".repeat(60), "kvitt.sale.refund-requested.v1", "r".repeat(64)));
        for (var it : sales) {
            var command = new ArrayList<>(List.of(
                    "node",
                    "--input-type=module",
                    "-e",
                    "import { eventId } from './src/ids.mjs'; console.log(eventId(...process.argv.slice(-4)))",
                    "--"));
            command.addAll(it);
            var process = new ProcessBuilder(command)
                    .directory(NodeTill.EXAMPLE.toFile())
                    .start();
            var made = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

            assertThat(made)
                    .isEqualTo(Ids.pointOfSale(new Msn(it.get(0)), new SaleId(it.get(1)), it.get(2), it.get(3))
                            .toString());
        }
    }

    @Test
    void a_customer_scans_the_screen_and_the_till_learns_that_the_sale_is_settled() {
        var till = till("sell");
        var sale = new SaleId(till.says("heard kvitt.payment.requested.v1"));
        assertThat(till.says("screen:")).startsWith("http");
        approves(sale);

        till.says("heard kvitt.payment.authorized.v1");
        till.says("heard kvitt.payment.settled.v1");
        assertThat(till.says("over: " + sale)).isEqualTo("paid 7900 NOK");
        basketIsPaidOnce(sale);
    }

    @Test
    void a_number_is_sealed_by_the_till_and_its_customer_is_asked() {
        var till = till("sell", "--phone").isTold(Tills.BO);
        var sale = new SaleId(till.says("heard kvitt.payment.requested.v1"));
        var asked = vending.phone.get("/sandbox/v1/payments/" + Vending.MSN + "/" + PaymentReference.of(sale, 1));
        assertThat(asked.get("customer").asText()).isEqualTo(Tills.BO);
        approves(sale);

        assertThat(till.says("over: " + sale)).isEqualTo("paid 7900 NOK");
        basketIsPaidOnce(sale);
    }

    @Test
    void a_till_that_is_killed_while_the_customer_scans_hears_by_asking_that_it_was_paid_meanwhile() {
        var killed = till("sell");
        var sale = new SaleId(killed.says("heard kvitt.payment.requested.v1"));
        killed.isKilled();
        approves(sale);
        tills.settled(opened(sale));

        var again = till("sell");
        assertThat(again.says("open since before:")).isEqualTo(sale.value());
        assertThat(again.says("asked:")).startsWith("done, hand-over");
        assertThat(again.says("over: " + sale)).isEqualTo("paid");
        basketIsPaidOnce(sale);
    }

    @Test
    void a_till_that_is_killed_before_the_customer_approves_shows_the_code_again_and_takes_no_second_payment() {
        var killed = till("sell");
        var sale = new SaleId(killed.says("heard kvitt.payment.requested.v1"));
        var code = killed.says("screen:");
        killed.isKilled();

        var again = till("sell");
        assertThat(again.says("open since before:")).isEqualTo(sale.value());
        assertThat(again.says("asked:")).startsWith("in-progress, wait");
        assertThat(again.says("screen:")).isEqualTo(code);
        approves(sale);
        assertThat(again.says("over: " + sale)).startsWith("paid");
        basketIsPaidOnce(sale);
    }

    @Test
    void a_machine_sells_what_dropped_and_learns_that_the_sale_is_settled() {
        var machine = machine(Map.of());
        var sale = approvedAt(machine);

        machine.says("vending fanta");
        machine.says("dropped fanta");
        machine.says("heard kvitt.payment.settled.v1");
        assertThat(machine.says("over: " + sale.saleId())).isEqualTo("paid 3000 NOK");
        fantaIsPaidOnce(sale);
    }

    @Test
    void a_machine_that_is_killed_between_motor_and_confirmation_confirms_what_its_counter_says_has_dropped()
            throws IOException {
        var killed = machine(DROPS_BY_HAND);
        var sale = approvedAt(killed);
        killed.says("vending fanta");
        killed.isKilled();
        somethingDrops();

        var again = machine(DROPS_BY_HAND);
        assertThat(again.says("asked:")).startsWith("in-progress, confirm-or-cancel");
        again.says("dropped fanta");
        assertThat(again.says("over: " + sale.saleId())).startsWith("paid");
        fantaIsPaidOnce(sale);
    }

    @Test
    void a_machine_that_is_killed_and_finds_that_nothing_dropped_gives_the_money_back() {
        var killed = machine(DROPS_BY_HAND);
        var sale = approvedAt(killed);
        killed.says("vending fanta");
        killed.isKilled();

        var again = machine(DROPS_BY_HAND);
        assertThat(again.says("asked:")).startsWith("in-progress, confirm-or-cancel");
        again.says("sent kvitt.sale.cancelled.v1");
        assertThat(again.says("over: " + sale.saleId())).startsWith("not paid");
        vending.done(sale);
        Expect.atVipps(vending, sale, Expect.sums(5000, 0, 5000), 2);
    }

    @Test
    void a_machine_that_is_killed_after_it_confirmed_hears_by_asking_that_it_was_paid() {
        var killed = machine(Map.of());
        var sale = approvedAt(killed);
        killed.says("sent kvitt.sale.amount-confirmed.v1");
        killed.isKilled();
        vending.done(sale);

        var again = machine(Map.of());
        assertThat(again.says("asked:")).startsWith("done, hand-over");
        assertThat(again.says("over: " + sale.saleId())).isEqualTo("paid");
        fantaIsPaidOnce(sale);
    }
}
