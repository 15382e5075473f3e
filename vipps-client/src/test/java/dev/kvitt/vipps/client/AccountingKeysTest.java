package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import org.junit.jupiter.api.Test;

class AccountingKeysTest extends VippsTest {
    private static final AccountingKeys KEYS = new AccountingKeys("an-accountant", "its-secret");
    private static final Call LEDGERS = Call.get("/settlement/v1/ledgers");

    @Test
    void a_token_is_asked_for_with_basic_and_a_form_and_no_sales_unit() {
        ledgers(client.accountingCalls(KEYS));

        Received request = vipps.accountingTokenRequests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("grant_type=client_credentials");
        assertThat(request.header("Content-type")).containsExactly("application/x-www-form-urlencoded");
        assertThat(request.header("Authorization")).containsExactly("Basic YW4tYWNjb3VudGFudDppdHMtc2VjcmV0");
        assertThat(request.header("Vipps-system-name")).containsExactly("kvitt");
        assertNoSalesUnit(request);
    }

    @Test
    void a_call_carries_the_token_and_no_sales_unit() {
        ledgers(client.accountingCalls(KEYS));

        Received request = vipps.onlyCall();
        assertThat(request.header("Authorization")).containsExactly("Bearer token-1");
        assertNoSalesUnit(request);
    }

    @Test
    void asking_twice_with_the_same_keys_shares_the_token() {
        ledgers(client.accountingCalls(KEYS));
        ledgers(client.accountingCalls(new AccountingKeys("an-accountant", "its-secret")));
        ledgers(client.accountingCalls(new AccountingKeys("an-accountant", "another-secret")));

        assertThat(vipps.accountingTokenRequests()).hasSize(2);
    }

    @Test
    void a_client_id_basic_cannot_carry_is_refused() {
        assertThatThrownBy(() -> new AccountingKeys("a:b", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colon");
    }

    private void ledgers(Calls calls) {
        vipps.answer(Reply.json(200, "{}"));
        Outcomes.done(calls.make(LEDGERS, AnswerReader.noContent()));
    }

    private static void assertNoSalesUnit(Received request) {
        assertThat(request.header("Ocp-apim-subscription-key")).isEmpty();
        assertThat(request.header("Merchant-serial-number")).isEmpty();
    }
}
