package dev.kvitt.vipps.client.userinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserinfoTest extends VippsTest {
    private static final Sub SUB = new Sub("c06c4afe-d9e1-4c5d-939a-177d752a0944");
    private static final String EVERYTHING =
            """
            {"sub":"c06c4afe-d9e1-4c5d-939a-177d752a0944","sid":"7d78a726","name":"Ada Lovelace","given_name":"Ada",
             "family_name":"Lovelace","email":"ada@example.com","email_verified":true,"phone_number":"4798765432",
             "phone_number_verified":false,"birthdate":"2000-12-31","nin":"09057517287","new":{},
             "address":{"address_type":"home","country":"NO","default":true,"formatted":"Gata 1\\n0154 Oslo",
              "postal_code":"0154","region":"Oslo","street_address":"Gata 1"},
             "other_addresses":[{"address_type":"work","country":"NO","formatted":"","postal_code":"5003","region":"Bergen",
              "street_address":"Vei 2\\nH0101"}],
             "accounts":[{"account_name":"Savings","account_number":86011117947,"bank_name":"ACME"}]}""";

    @Test
    void a_profile_is_read_with_all_it_may_have() {
        vipps.answer(Reply.json(200, EVERYTHING));

        assertThat(api.userinfo().get(SUB))
                .isEqualTo(new Outcome.Done<>(new UserProfile(
                        SUB,
                        Optional.of("7d78a726"),
                        new UserName(Optional.of("Ada Lovelace"), Optional.of("Ada"), Optional.of("Lovelace")),
                        Optional.of("ada@example.com"),
                        Optional.of(true),
                        Optional.of("4798765432"),
                        Optional.of(false),
                        Optional.of(LocalDate.of(2000, 12, 31)),
                        Optional.of(new ProfileAddress(
                                Optional.of("home"),
                                Optional.of("Gata 1"),
                                Optional.of("0154"),
                                Optional.of("Oslo"),
                                Optional.of("NO"),
                                Optional.of("Gata 1\n0154 Oslo"))),
                        List.of(new ProfileAddress(
                                Optional.of("work"),
                                Optional.of("Vei 2\nH0101"),
                                Optional.of("5003"),
                                Optional.of("Bergen"),
                                Optional.of("NO"),
                                Optional.empty())),
                        Optional.of("09057517287"),
                        List.of(new ProfileAccount(
                                Optional.of("Savings"), Optional.of("86011117947"), Optional.of("ACME"))))));
        assertThat(vipps.onlyCall().method()).isEqualTo("GET");
        assertThat(vipps.onlyCall().path())
                .isEqualTo("/vipps-userinfo-api/userinfo/c06c4afe-d9e1-4c5d-939a-177d752a0944");
    }

    @Test
    void the_subscription_key_stays_at_home_unless_wanted() {
        vipps.answer(Reply.json(200, "{}"));

        api.userinfo().get(SUB);
        api.userinfo(SubscriptionKeyUse.SENT).get(SUB);

        assertThat(vipps.calls().getFirst().header("Ocp-apim-subscription-key")).isEmpty();
        assertThat(vipps.calls().getFirst().header("Merchant-serial-number")).containsExactly("123456");
        assertThat(vipps.calls().getFirst().header("Authorization")).containsExactly("Bearer token-1");
        assertThat(vipps.calls().getLast().header("Ocp-apim-subscription-key")).containsExactly("the-subscription-key");
    }

    @Test
    void what_was_not_shared_is_empty_or_expired_or_odd_is_left_out() {
        vipps.answer(
                Reply.json(
                        200,
                        """
                        {"sub":"c06c4afe-d9e1-4c5d-939a-177d752a0944","name":"[Expired]","birthdate":"[Expired]","email":{},
                         "email_verified":"yes","other_addresses":{},"address":{"address_type":"home","country":"","formatted":"",
                          "postal_code":"","region":"","street_address":""}}"""));

        UserProfile profile = Outcomes.done(api.userinfo().get(SUB));

        assertThat(profile.name()).isEqualTo(new UserName(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(profile.birthdate()).isEmpty();
        assertThat(profile.email()).isEmpty();
        assertThat(profile.emailVerified()).isEmpty();
        assertThat(profile.address()).isEmpty();
        assertThat(profile.otherAddresses()).isEmpty();
    }

    @Test
    void a_profile_of_somebody_else_is_not_taken() {
        vipps.answer(Reply.json(200, "{\"sub\":\"another\",\"name\":\"Bob\"}"));

        assertThat(api.userinfo().get(SUB)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void after_a_week_nobody_is_found() {
        vipps.answer(Reply.problem(404, "{\"title\":\"Not found\",\"status\":\"404\"}"));

        assertThat(api.userinfo().get(SUB)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.error().isNotFound())
                .isTrue());
    }

    @Test
    void no_text_of_a_profile_tells_anything() {
        vipps.answer(Reply.json(200, EVERYTHING));

        UserProfile profile = Outcomes.done(api.userinfo().get(SUB));

        assertThat(List.of(
                        profile, SUB, profile.name(), profile.address(), profile.otherAddresses(), profile.accounts()))
                .allSatisfy(part -> assertThat(part.toString())
                        .doesNotContain("c06c4afe", "Ada", "Lovelace", "98765432", "Gata", "Vei", "Savings", "8601"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void an_id_that_cannot_stand_in_a_path_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sub(text));
    }
}
