package dev.kvitt.checkin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.PageKey;
import dev.kvitt.checkin.store.PageVisits;
import dev.kvitt.events.Msn;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class PageLimitsTest {

    @Inject
    PageVisits visits;

    @Inject
    PageKey key;

    @Test
    void what_one_address_has_used_up_another_still_has() {
        var limits = new PageLimits(visits, key, new Few());
        var one = from("2001:db8::1");
        var other = from("2001:db8::2");
        // A minute may end in between, and then there is as much again: twice as often is too often all the same.
        assertThat(IntStream.range(0, 7).filter(n -> limits.mayLook(one)).count())
                .isBetween(3L, 6L);
        assertThat(limits.mayLook(other)).isTrue();
    }

    @Test
    void what_is_used_up_at_one_code_is_left_at_another() {
        var limits = new PageLimits(visits, key, new Few());
        var one = new PrintedCode(new Msn(CheckinWorld.MSN), "limited-1");
        var other = new PrintedCode(new Msn(CheckinWorld.MSN), "limited-2");
        assertThat(IntStream.range(0, 7)
                        .filter(n -> limits.mayPress(from("2001:db8::" + (10 + n)), one))
                        .count())
                .isBetween(3L, 6L);
        assertThat(limits.mayPress(from("2001:db8::20"), other)).isTrue();
    }

    private static PageVisit from(String address) {
        return new PageVisit() {
            @Override
            String source() {
                return address;
            }
        };
    }

    private record Few() implements CheckinConfig.Page {

        @Override
        public int looksPerSource() {
            return 3;
        }

        @Override
        public int looksPerCode() {
            return 3;
        }

        @Override
        public int pressesPerSource() {
            return 3;
        }

        @Override
        public int pressesPerCode() {
            return 3;
        }

        @Override
        public Duration returnsKeptFor() {
            return Duration.ofDays(7);
        }
    }
}
