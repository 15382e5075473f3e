package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.Topics;
import dev.kvitt.payment.store.HttpRequests;
import dev.kvitt.payment.store.HttpRequests.Known;
import dev.kvitt.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the door wrote about a request is read again with it. */
class AskedOverHttpTest {

    private static final String KEY = PaidSale.MSN + "/sale-00001";
    private static final byte[] HASH = {1, 2, 3};

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaidSale sale = new PaidSale(service, "sale-00001");

    /** The database was put back to before any of it. */
    @Test
    void after_a_restore_whoever_sends_the_same_again_hears_the_same_and_another_body_is_another_request() {
        service.read(Topics.POS_HTTP, sale.opening(5000), AskedOverHttp.header(HASH));

        assertThat(take(HASH)).isEqualTo(Known.SAME);
        assertThat(take(new byte[] {4})).isEqualTo(Known.OTHER);
        assertThat(service.number("select extract(epoch from accepted_at)::bigint from http_request"))
                .as("so it is forgotten in its time")
                .isEqualTo(service.now.getEpochSecond());
    }

    @Test
    void what_an_earlier_release_let_in_is_decided_and_nobody_knows_what_it_was() {
        service.read(Topics.POS_HTTP, sale.opening(5000));
        assertThat(take(HASH)).isEqualTo(Known.DECIDED);
    }

    @Test
    void what_came_another_way_was_never_accepted_over_http_whatever_is_written_with_it() {
        service.read(Topics.POS_SALES, sale.opening(5000), AskedOverHttp.header(HASH));
        assertThat(take(HASH)).isEqualTo(Known.DECIDED);
        assertThat(service.number("select count(*) from http_request")).isZero();
    }

    @Test
    void what_was_accepted_is_applied_once_and_known_as_it_was() {
        assertThat(take(HASH)).isEqualTo(Known.NEW);
        service.read(Topics.POS_HTTP, sale.opening(5000), AskedOverHttp.header(new byte[] {9}));
        assertThat(take(HASH)).isEqualTo(Known.SAME);
    }

    /** Replicas read their registries when they start: one has the sales unit, the other has not. */
    @Test
    void what_another_replica_refuses_for_its_registrys_sake_is_on_its_way_no_more(@TempDir Path folder)
            throws Exception {
        service.transactions().run(connection -> {
            HttpRequests.begin(connection, asked(HASH), true, service.now);
            return null;
        });
        assertThat(httpSale().openingOnItsWay()).isTrue();

        service.runsWith(
                Registry.load(
                        Files.writeString(
                                folder.resolve("registry.yaml"),
                                """
                installation: payment-test
                merchants:
                  - id: brus
                    name: Brus AS
                    salesUnits:
                      - {msn: "654321", name: One, market: NO, shops: [],
                         keys: {clientId: "env:PATH", clientSecret: "env:PATH", subscriptionKey: "env:PATH"}}
                """)));
        service.read(Topics.POS_HTTP, sale.opening(5000), AskedOverHttp.header(HASH));
        assertThat(service.said(RequestRefused.class)).hasSize(1);
        assertThat(httpSale().openingOnItsWay()).isFalse();
        assertThat(httpSale().somethingOnItsWay()).isFalse();
    }

    private HttpRequests.HttpSale httpSale() {
        return service.transactions()
                .run(connection -> HttpRequests.sale(connection, KEY).orElseThrow());
    }

    private Known take(byte[] hash) {
        return service.transactions().run(connection -> HttpRequests.take(connection, asked(hash), service.now));
    }

    private HttpRequests.Asked asked(byte[] hash) {
        return new HttpRequests.Asked(Permissions.idOf(sale.opening(5000)), KEY, PaidSale.MSN, "till-1", hash);
    }
}
