package dev.kvitt.vipps.client.testing;

import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and the fake Vipps it talks to. */
public abstract class VippsTest {
    protected MutableClock clock;
    protected FakeVipps vipps;
    protected VippsClient client;
    protected VippsApi api;

    @BeforeEach
    void start() {
        clock = new MutableClock();
        vipps = new FakeVipps();
        client = Samples.client(vipps.uri(), clock);
        api = Samples.api(client);
    }

    @AfterEach
    void stop() {
        client.close();
        vipps.close();
    }
}
