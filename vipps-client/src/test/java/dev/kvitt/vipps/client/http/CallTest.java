package dev.kvitt.vipps.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void a_query_is_encoded_and_stays_out_of_the_log() {
        Call call =
                Call.get("/ledgers/{ledgerId}", "a/b").query("cursor", "eyJ+/=").query("handle", "api:1 2");

        assertThat(call.path()).isEqualTo("/ledgers/a%2Fb?cursor=eyJ%2B%2F%3D&handle=api%3A1%202");
        assertThat(call).hasToString("GET /ledgers/{ledgerId}");
    }

    @Test
    void a_header_said_twice_is_the_later_one_however_it_is_written() {
        Call call = Call.get("/qr").header("Accept", "image/png").header("accept", "image/svg+xml");

        assertThat(call.headers()).hasSize(1).containsEntry("Accept", "image/svg+xml");
    }
}
