package dev.kvitt.payment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.local.test.Reading;
import dev.kvitt.payment.domain.Phase;
import dev.kvitt.payment.domain.Timer;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.registry.Registry;
import org.junit.jupiter.api.Test;

/** What is open now, and where customers' money is. */
class OpenSalesTest {

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaidSale sale = new PaidSale(service, "sale-00001");

    @Test
    void an_open_sale_is_counted_in_its_stage_with_what_it_holds_until_it_is_over() {
        sale.opened(5000);
        assertThat(now().reserved(Currency.NOK)).isZero();

        sale.authorized(5000);
        assertThat(now().in(Phase.CAPTURING)).isEqualTo(1);
        assertThat(now().reserved(Currency.NOK)).isEqualTo(5000);
        assertThat(now().reserved(Currency.DKK)).isZero();
        assertThat(now().reservedAtRisk(Currency.NOK)).isZero();

        sale.captured(5000);
        assertThat(now().in(Phase.CAPTURING)).isZero();
        assertThat(now().reserved(Currency.NOK)).isZero();
    }

    @Test
    void reserved_money_with_an_alarm_is_at_risk_until_it_is_taken_or_given_back() {
        sale.opened(5000).authorized(5000);
        assertThat(now().atRisk("deadline")).isZero();

        service.fires(Timer.AT_RISK.name(), "123456/sale-00001");
        assertThat(now().atRisk("deadline")).isEqualTo(1);
        assertThat(now().atRisk("parked")).isZero();
        assertThat(now().reservedAtRisk(Currency.NOK)).isEqualTo(5000);

        sale.captured(5000);
        assertThat(now().atRisk("deadline")).isZero();
        assertThat(now().reservedAtRisk(Currency.NOK)).isZero();
    }

    @Test
    void a_sale_of_an_earlier_build_that_says_nothing_about_itself_is_left_out_until_it_is_touched() {
        sale.opened(5000).authorized(5000);
        service.execute("update entity set state = state - 'glance'");
        assertThat(now().in(Phase.CAPTURING)).isZero();
        service.fires(Timer.AT_RISK.name(), "123456/sale-00001");
        assertThat(now().in(Phase.CAPTURING)).isEqualTo(1);
    }

    @Test
    void sales_that_are_over_are_not_even_looked_at_however_many_there_are() {
        sale.opened(5000).authorized(5000);
        service.execute(
                """
                insert into entity (key, state) select '123456/over-' || n, '{"glance": {"phase": "settled"}}'
                from generate_series(1, 20000) n;
                analyze entity, timer, parked""");
        var looked = service.transactions().run(connection -> {
            var before = Reading.of(connection, "entity");
            assertThat(OpenSales.read(connection).in(Phase.CAPTURING)).isEqualTo(1);
            return Reading.of(connection, "entity").since(before);
        });
        assertThat(looked).isEqualTo(new Reading(0, 1));
    }

    private OpenSales now() {
        return service.transactions().run(OpenSales::read);
    }
}
