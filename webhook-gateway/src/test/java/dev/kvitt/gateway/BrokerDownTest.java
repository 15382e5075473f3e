package dev.kvitt.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.gateway.vipps.Upkeep;
import dev.kvitt.gateway.world.Bodies;
import dev.kvitt.gateway.world.FakeVipps;
import dev.kvitt.gateway.world.GatewayWorld;
import dev.kvitt.gateway.world.Webhook;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(value = GatewayWorld.class, initArgs = @ResourceArg(name = "broker", value = "dead"))
class BrokerDownTest {

    FakeVipps vipps;

    @Inject
    Upkeep upkeep;

    @Test
    void a_genuine_webhook_is_answered_503_so_that_vipps_repeats_it() {
        upkeep.round();

        assertThat(Webhook.to(vipps.payments(), Bodies.authorized(GatewayWorld.MSN, "sale-1000-1"))
                        .post())
                .isEqualTo(503);
        assertThat(Webhook.to(vipps.checkIns(), Bodies.checkedIn("msn", GatewayWorld.MSN))
                        .post())
                .isEqualTo(503);
        assertThat(Webhook.to(vipps.payments(), "unreadable").post()).isEqualTo(503);
    }

    @Test
    void a_gateway_that_can_write_nothing_down_is_not_ready() {
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(503);
    }
}
