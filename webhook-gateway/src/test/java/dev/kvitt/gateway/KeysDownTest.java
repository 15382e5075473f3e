package dev.kvitt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.gateway.vipps.Upkeep;
import dev.kvitt.gateway.world.AllTopics;
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
@WithTestResource(value = GatewayWorld.class, initArgs = @ResourceArg(name = "checkin", value = "dead"))
class KeysDownTest {

    FakeVipps vipps;

    @Inject
    Upkeep upkeep;

    @Test
    void without_a_sealing_key_check_ins_wait_and_payments_go_on() {
        upkeep.round();
        try (var topics = new AllTopics()) {
            assertThat(Webhook.to(vipps.checkIns(), Bodies.checkedIn("msn", GatewayWorld.MSN))
                            .post())
                    .isEqualTo(503);
            assertThat(topics.written()).isEmpty();

            assertThat(Webhook.to(vipps.payments(), Bodies.authorized(GatewayWorld.MSN, "sale-2000-1"))
                            .post())
                    .isEqualTo(200);
            assertThat(topics.written()).hasSize(1);
        }
    }
}
