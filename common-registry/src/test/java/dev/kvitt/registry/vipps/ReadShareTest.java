package dev.kvitt.registry.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReadShareTest {

    @Test
    void all_services_together_stay_within_what_vipps_allows() {
        assertThat(Arrays.stream(ReadShare.values()).mapToInt(ReadShare::perMinute))
                .allMatch(share -> share > 0)
                .satisfies(all -> assertThat(
                                all.stream().mapToInt(Integer::intValue).sum())
                        .isLessThanOrEqualTo(ReadShare.ALL));
    }
}
