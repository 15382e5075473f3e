package dev.kvitt.system.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.kvitt.events.Topics;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.browser.BrowserTest;
import dev.kvitt.system.browser.OpenPage;
import dev.kvitt.system.browser.Screen;
import dev.kvitt.system.customers.PhoneSharing;
import dev.kvitt.system.till.Tills;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The rarer pages of the console, each with what it is there for. */
@BrowserTest
class ConsoleBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double SOON = PATIENCE.toMillis();
    private static final String DORA = "4712340005";

    private final Tills tills = new Tills();

    @Test
    void a_message_that_nobody_can_read_is_in_quarantine() {
        var addresses = Addresses.of(StackUnderTest.stack());
        var where = Map.<String, Object>of("bootstrap.servers", addresses.kafka());
        try (var kafka = new KafkaProducer<>(where, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = kafka.send(new ProducerRecord<>(
                    Topics.POS_SALES,
                    "123456/torn".getBytes(StandardCharsets.UTF_8),
                    "{\"torn".getBytes(StandardCharsets.UTF_8)));
            kafka.flush();
            assertThat(sent).isDone();
        }
        var operations = new Operations(StackUnderTest.stack());
        StackUnderTest.waitFor(
                () -> !operations.rows("select 1 from quarantined").isEmpty(), PATIENCE);
        try (var open = Console.loggedIn(Screen.DESKTOP, "viewer")) {
            open.page().navigate(Console.url("/console/quarantine"));
            assertThat(open.page().locator("main section").first()).containsText(Topics.POS_SALES);
            open.checkAtEveryWidth("console-quarantine");
        }
    }

    @Test
    void a_customer_who_calls_is_found_by_their_number() {
        new PhoneSharing(tills).remembered(DORA);
        try (var open = Console.loggedIn(Screen.DESKTOP, "operator")) {
            var page = open.page();
            page.navigate(Console.url("/console/customers"));
            page.locator("#number").fill("+47 123");
            page.locator("#reason").fill("she called about a refund");
            Console.button(page, "Find").click();
            assertThat(page.locator("[role=alert]")).containsText("9 to 15 digits");
            assertThat(page.locator("#reason")).hasValue("she called about a refund");
            open.expecting("400").checkAtEveryWidth("console-customers-refused");
            page.locator("#number").fill("+" + DORA);
            Console.button(page, "Find").click();
            assertThat(page.locator("section li a").first()).containsText("till-1");
            assertThat(page.locator("section")).not().containsText(DORA);
            open.checkAtEveryWidth("console-customers-found");
        }
    }

    @Test
    void a_rebuild_is_looked_at_and_swapped_in() {
        tills.paid(tills.byNumber());
        try (var open = Console.loggedIn(Screen.DESKTOP, "operator")) {
            var page = open.page();
            page.navigate(Console.url("/console/rebuilds"));
            page.locator("#reason").fill("to be sure");
            Console.button(page, "Rebuild the ledger").click();
            assertThat(page.locator("#progress .tag")).hasText("ready", soon());
            assertThat(page.locator("#reason-swap")).isVisible();
            open.checkAtEveryWidth("console-rebuild-ready");
            swap(page);
            assertThat(page.locator("[role=status].good")).containsText("is the live one now");
            open.checkAtEveryWidth("console-rebuild-swapped");
            page.navigate(Console.url("/console/rebuilds"));
            open.checkAtEveryWidth("console-rebuilds");
        }
    }

    /** Where it differs (other tests sell meanwhile), only whoever says to have looked may swap. */
    private static void swap(Page page) {
        var agreed = page.locator("input[name=agreed]");
        if (agreed.count() > 0) {
            agreed.check();
        }
        page.locator("#reason-swap").fill("looked at");
        Console.button(page, "Swap it in").click();
    }

    @Test
    void a_checklist_is_made_and_its_report_is_had() {
        tills.paid(tills.byNumber());
        try (var open = Console.loggedIn(Screen.DESKTOP, "viewer")) {
            var page = open.page();
            page.navigate(Console.url("/console/checklists"));
            Console.button(page, "Make a checklist").click();
            assertThat(page.locator("h1")).containsText("Go-live checklist of");
            open.checkAtEveryWidth("console-checklist");
            isHanded(open);
            page.navigate(Console.url("/console/checklists"));
            open.checkAtEveryWidth("console-checklists");
        }
    }

    private static void isHanded(OpenPage open) {
        var link = open.page().locator("a[download]").getAttribute("href");
        var report = open.context().request().get(Console.url(link));
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.text()).contains("# ");
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
    }
}
