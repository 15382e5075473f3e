package dev.kvitt.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpkeepPlanTest {

    private static final PublicUrl HERE = new PublicUrl(URI.create("https://pay.example.com"));
    private static final String OURS = "https://pay.example.com/hooks/";
    private static final String OLD = "https://old.example.com/hooks/";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final OwnRegistration CHECK_INS = registered(Kind.CHECK_INS, OURS + "c", "c", NOW);
    private static final ListedRegistration CHECK_INS_LISTED = new ListedRegistration("c", OURS + "c");

    @Test
    void nothing_known_and_nothing_there_means_registering_both() {
        assertThat(UpkeepPlan.of(HERE, List.of(), List.of(), NOW).steps())
                .containsExactly(register(Kind.PAYMENTS), register(Kind.CHECK_INS));
    }

    @Test
    void of_two_good_registrations_the_older_is_retired() {
        var older = registered(Kind.PAYMENTS, OURS + "1", "1", NOW.minusSeconds(10));
        var younger = registered(Kind.PAYMENTS, OURS + "2", "2", NOW);

        assertThat(plan(List.of(older, younger), listed("1", OURS + "1"), listed("2", OURS + "2"))
                        .steps())
                .containsExactly(new UpkeepStep.Retire(older.id(), Optional.of("1")));
    }

    @Test
    void a_late_second_registration_with_the_same_address_is_deleted() {
        var good = registered(Kind.PAYMENTS, OURS + "1", "1", NOW);

        assertThat(plan(List.of(good), listed("1", OURS + "1"), listed("late", OURS + "1"))
                        .steps())
                .containsExactly(new UpkeepStep.Delete("late"));
    }

    @Test
    void a_retired_registration_that_is_still_listed_is_deleted() {
        var good = registered(Kind.PAYMENTS, OURS + "1", "1", NOW);
        var retired = retired(OLD + "2", "2", NOW);

        assertThat(plan(List.of(good, retired), listed("1", OURS + "1"), listed("2", OLD + "2"))
                        .steps())
                .containsExactly(new UpkeepStep.Delete("2"));
    }

    @Test
    void a_retired_registration_is_forgotten_only_when_it_is_old_and_gone() {
        var good = registered(Kind.PAYMENTS, OURS + "1", "1", NOW);
        var before = NOW.minus(Duration.ofDays(8));
        var gone = retired(OURS + "2", "2", before.minusSeconds(1));
        var listed = retired(OURS + "3", "3", before.minusSeconds(1));
        var young = retired(OURS + "4", "4", before);

        assertThat(UpkeepPlan.of(
                                HERE,
                                List.of(good, gone, listed, young, CHECK_INS),
                                List.of(listed("1", OURS + "1"), listed("3", OURS + "3"), CHECK_INS_LISTED),
                                before)
                        .steps())
                .containsExactly(new UpkeepStep.Delete("3"), new UpkeepStep.Forget(gone.id()));
    }

    @Test
    void a_wanted_row_of_an_old_address_is_forgotten_with_what_it_left_at_vipps() {
        var wanted = new OwnRegistration(
                UUID.randomUUID(),
                Kind.PAYMENTS,
                URI.create(OLD + "1"),
                RegistrationState.WANTED,
                Optional.empty(),
                false,
                NOW,
                Optional.empty());

        assertThat(plan(List.of(wanted), listed("left", OLD + "1")).steps())
                .containsExactly(
                        new UpkeepStep.Delete("left"), new UpkeepStep.Forget(wanted.id()), register(Kind.PAYMENTS));
    }

    @Test
    void other_systems_registrations_are_in_no_step() {
        var plan = plan(List.of(), listed("other", "https://other.example.com/hooks/1"));

        assertThat(plan.steps()).containsExactly(register(Kind.PAYMENTS));
        assertThat(plan.foreign()).containsExactly(listed("other", "https://other.example.com/hooks/1"));
    }

    /** With check-ins in order. */
    private static UpkeepPlan plan(List<OwnRegistration> own, ListedRegistration... listed) {
        var rows = new ArrayList<>(own);
        rows.add(CHECK_INS);
        var all = new ArrayList<>(List.of(listed));
        all.add(CHECK_INS_LISTED);
        return UpkeepPlan.of(HERE, rows, all, NOW.minus(Duration.ofDays(8)));
    }

    private static UpkeepStep register(Kind kind) {
        return new UpkeepStep.Register(kind, Optional.empty());
    }

    private static ListedRegistration listed(String id, String url) {
        return new ListedRegistration(id, url);
    }

    private static OwnRegistration registered(Kind kind, String url, String id, Instant createdAt) {
        return new OwnRegistration(
                UUID.randomUUID(),
                kind,
                URI.create(url),
                RegistrationState.REGISTERED,
                Optional.of(id),
                true,
                createdAt,
                Optional.empty());
    }

    private static OwnRegistration retired(String url, String id, Instant at) {
        return new OwnRegistration(
                UUID.randomUUID(),
                Kind.PAYMENTS,
                URI.create(url),
                RegistrationState.RETIRED,
                Optional.of(id),
                true,
                at,
                Optional.of(at));
    }
}
