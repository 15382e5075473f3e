package dev.kvitt.checkin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.CodeInHand;
import dev.kvitt.checkin.domain.OpenSession;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.Msn;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeSessionsTest extends TwoProcesses {

    private static final PrintedCode CODE = new PrintedCode(new Msn("123456"), "qr-1");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(600);
    private static final CodeInHand FREE = new CodeInHand(Optional.empty(), false);

    @Test
    void only_one_process_at_a_time_has_a_code_in_hand_and_nobody_waits_for_it() throws Exception {
        assertThat(take(one, "sale-1", NOW)).contains(FREE);
        one.commit();

        assertThat(take(one, "sale-1", NOW)).contains(FREE);
        assertThat(take(other, "sale-2", NOW)).isEmpty();
        one.commit();
        assertThat(take(other, "sale-2", NOW)).contains(FREE);
    }

    @Test
    void a_code_that_is_taken_tells_by_which_sale() throws Exception {
        open("sale-1");
        assertThat(take(other, "sale-2", NOW).orElseThrow().session())
                .contains(OpenSession.of("sale-1", NOW, UNTIL, null));
    }

    @Test
    void the_earlier_of_two_waiting_scans_comes_first_unless_it_is_too_old() {
        WaitingScans.add(one, CODE, "early", NOW.minusSeconds(20));
        WaitingScans.add(one, CODE, "late", NOW.minusSeconds(10));
        WaitingScans.add(one, CODE, "forgotten", NOW.minusSeconds(61));
        assertThat(take(one, "early", NOW.minusSeconds(20))).contains(FREE);
        assertThat(take(one, "late", NOW.minusSeconds(10)).orElseThrow().othersFirst())
                .isTrue();

        WaitingScans.remove(one, CODE, "early");
        assertThat(take(one, "late", NOW.minusSeconds(10))).contains(FREE);
    }

    @Test
    void the_end_of_a_sale_frees_the_code() throws Exception {
        open("sale-1");
        assertThat(CodeSessions.close(one, CODE, "sale-1")).isTrue();
        one.commit();
        assertThat(take(other, "sale-2", NOW)).contains(FREE);
    }

    @Test
    void the_end_of_a_sale_that_lost_the_code_to_another_changes_nothing() throws Exception {
        open("sale-2");
        assertThat(CodeSessions.close(one, CODE, "sale-1")).isTrue();
        one.commit();
        assertThat(take(other, "sale-3", NOW).orElseThrow().session())
                .contains(OpenSession.of("sale-2", NOW, UNTIL, null));
    }

    @Test
    void the_end_of_a_sale_has_to_come_again_while_somebody_has_the_code_in_hand() throws Exception {
        open("sale-1");
        take(other, "sale-2", NOW);
        assertThat(CodeSessions.close(one, CODE, "sale-1")).isFalse();
        one.commit();
        other.commit();
        assertThat(CodeSessions.close(one, CODE, "sale-1")).isTrue();
    }

    private void open(String saleKey) throws Exception {
        take(one, saleKey, NOW);
        CodeSessions.open(one, CODE, OpenSession.of(saleKey, NOW, UNTIL, null));
        one.commit();
    }

    private static Optional<CodeInHand> take(Connection connection, String saleKey, Instant initiatedAt) {
        return CodeSessions.take(connection, CODE, saleKey, initiatedAt, NOW.minusSeconds(60));
    }
}
