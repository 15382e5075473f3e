package dev.kvitt.vipps.rules.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.SalesUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sales unit may only do with Vipps' agreement. */
class AgreementTest {

    private static final SalesUnit EXPRESS = Judged.NORWEGIAN.with(Agreement.EXPRESS);
    private static final String EXPRESS_SCOPE = "name address email phoneNumber";

    @Test
    void scopes_are_known_ones_and_the_national_identity_needs_agreement() {
        CreateBody withIdentity = CreateBodies.vending().scope("name nin").body();

        assertThat(Judged.code(CreateBodies.vending().scope("name shoeSize"))).isEqualTo(4080);
        assertThat(Judged.code(CreateBodies.vending().scope("name,email"))).isEqualTo(4080);
        assertThat(Judged.code(withIdentity)).isEqualTo(5030);
        assertThat(Judged.accepted(withIdentity, Judged.NORWEGIAN.with(Agreement.NATIONAL_IDENTITY), Judged.SWITCHES)
                        .scopes())
                .containsExactlyInAnyOrder("name", "nin");
        assertThat(Judged.accepted(CreateBodies.vending().scope("phoneNumber  phoneNumber "))
                        .scopes())
                .containsExactly("phoneNumber");
        assertThat(Judged.accepted(CreateBodies.vending()).scopes()).isEmpty();
    }

    @Test
    void express_needs_agreement_one_way_to_ship_and_exactly_its_scopes() {
        CreateBodies shipping = CreateBodies.vending().shipping("fixed", null);

        assertThat(Judged.code(shipping)).isEqualTo(5020);
        assertThat(Judged.code(shipping.scope("name address").body(), EXPRESS)).isEqualTo(4080);
        assertThat(Judged.accepted(shipping.scope(EXPRESS_SCOPE).body(), EXPRESS, Judged.SWITCHES)
                        .express())
                .isTrue();
        assertThat(Judged.malformed(shipping.shipping("fixed", "dynamic"))).isEqualTo("shipping");
        assertThat(Judged.malformed(shipping.shipping(null, null))).isEqualTo("shipping");
        assertThat(Judged.accepted(CreateBodies.vending()).express()).isFalse();
    }

    @Test
    void cards_are_not_in_the_test_environment_and_elsewhere_only_by_redirect_without_receipt() {
        SalesUnit cards = Judged.NORWEGIAN.with(Agreement.CARD);
        CreateBodies card = CreateBodies.vending().method("CARD");

        assertThat(Judged.code(card)).isEqualTo(4160);
        assertThat(Judged.accepted(card.body(), cards, Judged.SWITCHES)).isNotNull();
        assertThat(Judged.code(card.flow("QR").body(), cards)).isEqualTo(4160);
        assertThat(Judged.code(
                        card.flow("WEB_REDIRECT").receipt(CreateBodies.fanta()).body(), cards))
                .isEqualTo(4160);
        assertThat(Judged.code(CreateBodies.vending().method("CARD_PASSTHROUGH").body(), cards))
                .isEqualTo(4160);
    }

    @Test
    void sources_can_be_blocked_outside_norway_only() {
        CreateBodies blocking = CreateBodies.vending().blockedSources("CREDIT_CARD");

        assertThat(Judged.code(blocking)).isEqualTo(5010);
        assertThat(Judged.accepted(blocking.amount(5000, "DKK").body(), Judged.DANISH, Judged.SWITCHES))
                .isNotNull();
    }

    @Test
    void nothing_is_created_before_the_bank_account_is_verified() {
        assertThat(Judged.code(CreateBodies.vending().body(), Judged.NORWEGIAN.without(Agreement.BANK_ACCOUNT)))
                .isEqualTo(5060);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUSH_MESSAGE", "QR"})
    void long_lives_go_with_flows_that_outlive_a_browser(String flow) {
        CreateBodies body =
                CreateBodies.vending().flow(flow).receipt(CreateBodies.fanta()).expiresAt("2026-11-21T12:00:00Z");

        assertThat(Judged.accepted(body)).isNotNull();
        assertThat(Judged.malformed(body.flow("WEB_REDIRECT"))).isEqualTo("expiresAt");
        assertThat(Judged.malformed(body.flow("NATIVE_REDIRECT"))).isEqualTo("expiresAt");
    }
}
