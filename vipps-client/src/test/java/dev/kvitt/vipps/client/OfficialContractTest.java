package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.contract.OfficialSpecifications;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Every request of these tests is held against Vipps' own specifications; here that is shown to find faults. */
class OfficialContractTest {

    @Test
    void a_request_that_vipps_does_not_specify_fails_its_test() throws IOException, InterruptedException {
        assumeTrue(OfficialSpecifications.here().isPresent(), OfficialSpecifications.ABSENT);
        FakeVipps vipps = new FakeVipps();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(vipps.uri().resolve("/epayment/v1/payments/short"))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.discarding());
        }

        assertThatThrownBy(vipps::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Merchant-Serial-Number is missing");
    }
}
