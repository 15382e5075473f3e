package dev.kvitt.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R19: databases of the release before, whose migrations {@code baseline-migrations.sha256} lists, are migrated by this build while that
 * release still works on them, and go on serving it when somebody goes back. See docs/upgrading.md.
 */
class MigrationsTest {

    private static final String LIST = "/baseline-migrations.sha256";
    private static final String SHARED = "messaging";

    private static final Comparator<List<Integer>> VERSIONS = (one, other) -> {
        for (var n = 0; n < Math.min(one.size(), other.size()); n++) {
            if (!one.get(n).equals(other.get(n))) {
                return one.get(n) - other.get(n);
            }
        }
        return one.size() - other.size();
    };

    private final List<Migration> all = Migration.all();
    private final Map<String, String> released = released();

    /** Lines of {@code sha256sum}. */
    private static Map<String, String> released() {
        try (var list = MigrationsTest.class.getResourceAsStream(LIST)) {
            var sums = new LinkedHashMap<String, String>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Migration> added() {
        return all.stream()
                .filter(migration -> !released.containsKey(migration.path()))
                .toList();
    }

    @Test
    void R19_migrations_that_were_released_stay_as_they_are() {
        assertThat(released).isNotEmpty();
        released.forEach((path, sum) -> assertThat(all)
                .as("%s ran in databases of the release before: put what is to change into a new migration", path)
                .anySatisfy(migration -> {
                    assertThat(migration.path()).isEqualTo(path);
                    assertThat(migration.sha256()).isEqualTo(sum);
                }));
    }

    @Test
    void R19_new_migrations_only_add() {
        assertThat(added()).allSatisfy(migration -> assertThat(ExpandOnly.problems(migration.sql()))
                .as(migration.path())
                .isEmpty());
    }

    /** Flyway refuses to start a service when it finds one that should have run before what has run. */
    @Test
    void R19_new_migrations_come_after_all_that_were_released_and_no_two_share_a_version() {
        for (var migration : added()) {
            assertThat(all)
                    .filteredOn(other -> !other.equals(migration) && meet(migration, other))
                    .allSatisfy(other -> assertThat(VERSIONS.compare(migration.version(), other.version()))
                            .as("version of %s against %s", migration.path(), other.path())
                            .satisfies(order -> {
                                if (released.containsKey(other.path())) {
                                    assertThat(order).isPositive();
                                } else {
                                    assertThat(order).isNotZero();
                                }
                            }));
        }
    }

    /** Whether a service has both. */
    private static boolean meet(Migration one, Migration other) {
        return one.location().equals(other.location())
                || one.location().equals(SHARED)
                || other.location().equals(SHARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table operation drop column command",
                "drop table skip",
                "alter table operation\n    rename column command to wish",
                "alter table operation alter column command type text",
                "alter table operation alter column result set not null",
                "alter table operation add column who text not null",
                "alter table operation add column a text default 'x', add column who text not null",
                "alter table operation add check (status <> 'NEW')",
                "alter table operation add constraint one unique (reference)",
                "create unique index one on operation (reference)",
                "delete from operation",
                "-- harmless?\nDROP INDEX operation_open",
                "-- allowed: yes\ndrop index operation_open",
                "-- allowed: nothing has read this index since 0.2\ndrop index one; drop index two",
                "create table other (id text); alter table operation drop column command"
            })
    void what_would_harm_the_release_before_is_found(String sql) {
        assertThat(ExpandOnly.problems(sql + ";")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table other (id text not null primary key, n integer not null check (n > 0))",
                "alter table operation add column who text",
                "alter table operation add column who text not null default ''",
                "alter table operation add column who text default 'x' not null, add column why text",
                "create index one on operation (reference)",
                "create table other (id text); create unique index one on other (id)",
                "-- allowed: nothing has read this index since 0.2\ndrop index operation_open",
                "-- Comments may drop what they like; and rename it.\nalter table operation add column who text",
                "update operation set reads_used_until = null -- never drop"
            })
    void what_only_adds_passes(String sql) {
        assertThat(ExpandOnly.problems(sql + ";")).isEmpty();
    }
}
