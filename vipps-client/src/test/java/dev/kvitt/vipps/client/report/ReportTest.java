package dev.kvitt.vipps.client.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.AccountingKeys;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest extends VippsTest {
    private static final Currency NOK = Currency.getInstance("NOK");
    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final LocalDate DATE = LocalDate.of(2022, 10, 1);
    private static final Cursor CURSOR = new Cursor("eyJhIjoi+/==");
    private static final String REFUND =
            """
            {"pspReference":"1154320987","time":"2022-10-01T12:00:00.000000Z","ledgerDate":"2022-10-01","entryType":"refund",
             "reference":"purchase-12","currency":"NOK","amount":-10000,"balanceBefore":4000,"balanceAfter":-6000,
             "recipientHandle":"NO:123455","name":"new"}""";
    private static final LedgerEntry REFUNDED = new LedgerEntry(
            EntryType.REFUND,
            new SignedAmount(NOK, -10_000),
            Optional.of(new SignedAmount(NOK, 4000)),
            Optional.of(new SignedAmount(NOK, -6000)),
            Instant.parse("2022-10-01T12:00:00Z"),
            DATE,
            Optional.of(new PspReference("1154320987")),
            Optional.of("purchase-12"),
            Optional.of(new RecipientHandle("NO:123455")));

    @Test
    void the_ledgers_of_a_sales_unit_are_listed() {
        vipps.answer(
                Reply.json(
                        200,
                        """
                        {"cursor":"eyJhIjoi+/==","items":[{"ledgerId":"302321","currency":"NOK",
                          "payoutBankAccount":{"scheme":"BBAN:NO","id":"86011117947"},
                          "owner":{"scheme":"business:NO:ORG","id":"987654321"},
                          "settlesForRecipientHandles":["api:123455"],"salesUnits":[{"name":"new"}]},{"ledgerId":"1"}]}"""));

        assertThat(api.report().ledgers(RecipientHandle.of(api.msn())))
                .isEqualTo(new Outcome.Done<>(new LedgerPage(
                        List.of(
                                new Ledger(
                                        LEDGER,
                                        Optional.of(NOK),
                                        Optional.of(new SchemedId("BBAN:NO", "86011117947")),
                                        Optional.of(new SchemedId("business:NO:ORG", "987654321")),
                                        List.of(new RecipientHandle("api:123455"))),
                                new Ledger(
                                        new LedgerId("1"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of())),
                        Optional.of(CURSOR))));
        assertCall("/settlement/v1/ledgers?settlesForRecipientHandles=api%3A123456");
    }

    @Test
    void the_last_ledgers_lead_nowhere() {
        vipps.answer(Reply.json(200, "{\"cursor\":\"\",\"items\":[]}"));

        assertThat(api.report().ledgers(CURSOR))
                .isEqualTo(new Outcome.Done<>(new LedgerPage(List.of(), Optional.empty())));
        assertCall("/settlement/v1/ledgers?cursor=eyJhIjoi%2B%2F%3D%3D");
    }

    @Test
    void an_accountant_sees_all_ledgers_with_keys_of_its_own() {
        vipps.answer(Reply.json(200, "{\"items\":[{\"ledgerId\":\"302321\"}]}"));

        Outcome<LedgerPage> ledgers = client.forAccounting(new AccountingKeys("an-accountant", "its-secret"))
                .ledgers();

        assertThat(Outcomes.done(ledgers).ledgers()).extracting(Ledger::id).containsExactly(LEDGER);
        assertCall("/settlement/v1/ledgers");
        assertThat(vipps.onlyCall().header("Merchant-serial-number")).isEmpty();
        assertThat(vipps.onlyCall().header("Ocp-apim-subscription-key")).isEmpty();
    }

    @Test
    void a_date_is_read_page_by_page_even_while_it_is_open() {
        vipps.answer(Reply.json(
                200, "{\"items\":[" + REFUND + "],\"hasMore\":true,\"tryLater\":true,\"cursor\":\"eyJhIjoi+/==\"}"));

        DatePage page = Outcomes.done(api.report().onDate(LEDGER, Topic.FUNDS, DATE, Optional.empty()));

        assertThat(page).isEqualTo(new DatePage(List.of(REFUNDED), Optional.of(CURSOR), true));
        assertThat(page.isComplete()).isFalse();
        assertCall("/report/v2/ledgers/302321/funds/dates/2022-10-01");
    }

    @Test
    void a_closed_date_ends_and_one_without_sales_too() {
        vipps.answer(Reply.json(200, "{\"items\":[],\"hasMore\":false,\"tryLater\":false}"));

        DatePage page = Outcomes.done(api.report().onDate(LEDGER, Topic.FEES, DATE, Optional.of(CURSOR)));

        assertThat(page).isEqualTo(new DatePage(List.of(), Optional.empty(), false));
        assertThat(page.isComplete()).isTrue();
        assertCall("/report/v2/ledgers/302321/fees/dates/2022-10-01?cursor=eyJhIjoi%2B%2F%3D%3D");
    }

    @Test
    void an_open_date_is_not_complete() {
        vipps.answer(Reply.json(200, "{\"tryLater\":true}"));

        assertThat(Outcomes.done(api.report().onDate(LEDGER, Topic.FUNDS, DATE, Optional.empty()))
                        .isComplete())
                .isFalse();
    }

    @Test
    void the_feed_goes_on_from_its_last_place() {
        vipps.answer(Reply.json(200, "{\"items\":[],\"tryLater\":true,\"cursor\":\"eyJhIjoi+/==\"}"));

        assertThat(api.report().feed(LEDGER, Topic.FUNDS, Optional.of(CURSOR)))
                .isEqualTo(new Outcome.Done<>(new FeedPage(List.of(), CURSOR, true)));
        assertCall("/report/v2/ledgers/302321/funds/feed?cursor=eyJhIjoi%2B%2F%3D%3D");
    }

    @Test
    void a_row_of_a_future_type_keeps_its_money() {
        vipps.answer(Reply.json(
                200,
                feed(REFUND.replace("\"refund\"", "\"gift\"")
                        .replace("\"1154320987\"", "null")
                        .replace("\"purchase-12\"", "\"\"")
                        .replace("\"NO:123455\"", "null")
                        .replace("4000", "null"))));

        LedgerEntry entry = Outcomes.done(api.report().feed(LEDGER, Topic.FUNDS, Optional.empty()))
                .entries()
                .getFirst();

        assertThat(entry)
                .isEqualTo(new LedgerEntry(
                        new EntryType("gift"),
                        REFUNDED.amount(),
                        Optional.empty(),
                        REFUNDED.balanceAfter(),
                        REFUNDED.time(),
                        DATE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertCall("/report/v2/ledgers/302321/funds/feed");
    }

    @Test
    void a_payout_is_known_by_both_its_names() {
        assertThat(List.of(EntryType.PAYOUT_SCHEDULED, new EntryType("scheduled-for-payout")))
                .allMatch(EntryType::isPayout);
        assertThat(List.of(EntryType.PAYOUT_ABORTED, EntryType.CAPTURE, new EntryType("gift")))
                .noneMatch(EntryType::isPayout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":-10000|\"amount\":\"-10000\"",
                "\"amount\":-10000|\"amount\":-100.5",
                "\"amount\":-10000|\"sum\":-10000",
                "\"NOK\"|\"PEBBLES\"",
                "\"ledgerDate\":\"2022-10-01\"|\"ledgerDate\":\"yesterday\"",
                "\"time\":\"2022|\"time\":\"about 2022",
                "\"refund\"|\"\""
            })
    void a_page_with_one_unreadable_row_is_unknown_as_a_whole(String change) {
        String[] fromTo = change.split("\\|", 2);
        String row = REFUND.replace(fromTo[0], fromTo[1]);
        assertThat(row).isNotEqualTo(REFUND);
        vipps.answer(Reply.json(200, feed(REFUND + "," + row)));

        assertThat(api.report().feed(LEDGER, Topic.FUNDS, Optional.empty())).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[],\"hasMore\":true}",
                "{\"items\":[],\"hasMore\":\"true\",\"cursor\":\"c\"}",
                "{\"items\":[],\"tryLater\":1}",
                "{\"items\":{}}"
            })
    void a_page_that_hides_the_way_to_the_next_is_unknown(String page) {
        vipps.answer(Reply.json(200, page));

        assertThat(api.report().onDate(LEDGER, Topic.FUNDS, DATE, Optional.empty()))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_feed_without_its_place_is_unknown() {
        vipps.answer(Reply.json(200, "{\"items\":[" + REFUND + "]}"));

        assertThat(api.report().feed(LEDGER, Topic.FUNDS, Optional.empty())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_ledger_of_others_is_not_found() {
        vipps.answer(Reply.problem(404, "{\"title\":\"No such ledgerId\"}"));

        assertThat(api.report().feed(LEDGER, Topic.FUNDS, Optional.empty()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.error().isNotFound()).isTrue());
    }

    @Test
    void numbers_of_accounts_and_owners_are_hidden_and_empty_values_refused() {
        assertThat(new SchemedId("BBAN:NO", "86011117947").toString()).doesNotContain("86011117947");
        assertThatIllegalArgumentException().isThrownBy(() -> new LedgerId(".."));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cursor(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecipientHandle(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryType(""));
    }

    private static String feed(String rows) {
        return "{\"items\":[" + rows + "],\"cursor\":\"eyJhIjoi+/==\"}";
    }

    private void assertCall(String path) {
        assertThat(vipps.onlyCall().method()).isEqualTo("GET");
        assertThat(vipps.onlyCall().path()).isEqualTo(path);
    }
}
