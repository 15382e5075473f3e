package dev.kvitt.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLogTest {

    /** A bit of everything that records are made of. */
    record Thing(
            CustomerToken token,
            Instant at,
            Optional<Msn> msn,
            List<Refusal> refusals,
            Map<String, String> texts,
            byte[] bytes,
            long number) {}

    record Count(int value) {}

    private static final Msn MSN = new Msn("123456");
    private static final ShelfName COUNTS = ShelfName.of("counts", MSN);

    @TempDir
    Path folder;

    /** A state with one shelf of counts and a second, squeezed one. */
    private final class State implements AutoCloseable {
        private final StateLog log;
        private final Shelf<String, Count> counts;
        private final Shelf<UUID, Count> packed;

        State() {
            log = StateLog.inFile(file());
            counts = log.shelf(COUNTS, String.class, Count.class);
            packed = log.packedShelf(ShelfName.of("packed"), UUID.class, Count.class);
        }

        State read() {
            log.read();
            return this;
        }

        @Override
        public void close() {
            log.close();
        }
    }

    private Path file() {
        return folder.resolve("state").resolve("sandbox.jsonl");
    }

    @Test
    void a_record_comes_back_as_it_was() {
        Thing thing = new Thing(
                new CustomerToken("abc=="),
                Instant.parse("2026-11-21T10:00:00.123456Z"),
                Optional.of(MSN),
                List.of(Refusal.Malformed.of("amount", "æøå \"quoted\"\n"), new Refusal.TooLate(PaymentState.ABORTED)),
                Map.of("a", "b"),
                new byte[] {1, -2, 3},
                Long.MAX_VALUE);
        try (StateLog log = StateLog.inFile(file())) {
            Shelf<CustomerToken, Thing> things = log.shelf(ShelfName.of("things"), CustomerToken.class, Thing.class);
            log.read();
            things.put(thing.token(), thing);
        }
        try (StateLog log = StateLog.inFile(file())) {
            Shelf<CustomerToken, Thing> things = log.shelf(ShelfName.of("things"), CustomerToken.class, Thing.class);
            log.read();
            assertThat(things.get(thing.token()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(thing);
        }
    }

    @Test
    void changes_and_removals_survive_and_keep_their_order() {
        UUID id = UUID.randomUUID();
        try (State state = new State().read()) {
            state.counts.put("b", new Count(1));
            state.counts.put("a", new Count(2));
            state.counts.put("gone", new Count(3));
            state.counts.put("b", new Count(4));
            state.counts.remove("gone");
            state.packed.put(id, new Count(5));
        }
        try (State state = new State().read()) {
            assertThat(state.counts.values()).containsExactly(new Count(4), new Count(2));
            assertThat(state.packed.get(id)).contains(new Count(5));
        }
    }

    @Test
    void what_belongs_together_is_one_line() throws IOException {
        try (State state = new State().read()) {
            long before = lines();
            state.log.together(() -> {
                state.counts.put("a", new Count(1));
                state.packed.put(UUID.randomUUID(), new Count(2));
                return state.counts.putIfAbsent("a", new Count(3));
            });
            assertThat(lines()).isEqualTo(before + 1);
            assertThat(state.counts.get("a")).contains(new Count(1));
        }
    }

    @Test
    void a_group_that_fails_changes_nothing_and_nobody_sees_it_before_its_end() {
        try (State state = new State().read()) {
            state.counts.put("a", new Count(1));
            List<Count> seenByOthers = new ArrayList<>();
            List<String> afterwards = new ArrayList<>();
            assertThatThrownBy(() -> state.log.together(() -> {
                        state.counts.put("a", new Count(2));
                        state.log.afterwards(() -> afterwards.add("told"));
                        assertThat(state.counts.get("a")).contains(new Count(2));
                        state.counts.values().forEach(seenByOthers::add);
                        throw new IllegalArgumentException("no");
                    }))
                    .hasMessage("no");
            assertThat(seenByOthers).containsExactly(new Count(1));
            assertThat(state.counts.get("a")).contains(new Count(1));
            assertThat(afterwards).isEmpty();
        }
    }

    @Test
    void watchers_hear_of_changes_and_of_what_was_saved() {
        Map<String, Count> index = new ConcurrentHashMap<>();
        try (State state = new State()) {
            state.counts.watch((key, before, after) -> after.ifPresentOrElse(
                    value -> index.put(key, value), () -> index.remove(key, before.orElseThrow())));
            state.read();
            state.counts.put("a", new Count(1));
            state.counts.put("b", new Count(2));
            state.counts.remove("a");
            assertThat(index).containsOnly(Map.entry("b", new Count(2)));
        }
        Map<String, Count> restored = new ConcurrentHashMap<>();
        try (State state = new State()) {
            state.counts.watch((key, before, after) -> restored.put(key, after.orElseThrow()));
            state.read();
            assertThat(restored).isEqualTo(index);
        }
    }

    @Test
    void half_a_line_at_the_end_is_cut_off() throws IOException {
        try (State state = new State().read()) {
            state.counts.put("a", new Count(1));
            state.counts.put("b", new Count(2));
        }
        byte[] whole = Files.readAllBytes(file());
        int lastLine = new String(whole, StandardCharsets.UTF_8).lastIndexOf("[{");
        for (int length = lastLine; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (State state = new State().read()) {
                assertThat(state.counts.get("a")).contains(new Count(1));
                assertThat(state.counts.get("b")).isEmpty();
                state.counts.put("c", new Count(3));
            }
            try (State state = new State().read()) {
                assertThat(state.counts.get("c")).contains(new Count(3));
            }
        }
    }

    @Test
    void a_sandbox_killed_while_it_made_the_file_starts_empty() throws IOException {
        Files.createDirectories(file().getParent());
        for (int length = 0; length < StateFile.HEADER.length; length++) {
            Files.write(file(), Arrays.copyOf(StateFile.HEADER, length));
            try (State state = new State().read()) {
                assertThat(state.counts.size()).isZero();
            }
        }
    }

    @Test
    void a_broken_line_in_the_middle_stops_the_start_and_says_what_to_do() throws IOException {
        try (State state = new State().read()) {
            state.counts.put("a", new Count(1));
        }
        Files.writeString(file(), "[{\"shelf\":\"counts\",\"key\n", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file());
        try (State state = new State()) {
            assertThatThrownBy(state::read)
                    .isInstanceOf(StateFileException.class)
                    .hasMessageContaining("Line 3")
                    .hasMessageContaining("delete that line");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void a_file_of_another_version_or_of_somebody_else_is_not_touched() throws IOException {
        Files.createDirectories(file().getParent());
        List<String> foreign = List.of("{\"format\":\"vipps-sandbox-state\",\"version\":2}\n", "my diary", "a\nb\n");
        for (String text : foreign) {
            Files.writeString(file(), text);
            try (State state = new State()) {
                assertThatThrownBy(state::read)
                        .isInstanceOf(StateFileException.class)
                        .hasMessageContaining(
                                text.contains("version") ? "format version 2" : "not a state of the sandbox");
            }
            assertThat(Files.readString(file())).isEqualTo(text);
        }
    }

    @Test
    void two_sandboxes_never_share_a_file() {
        try (State state = new State().read()) {
            state.counts.put("a", new Count(1));
            assertThatThrownBy(State::new)
                    .isInstanceOf(StateFileException.class)
                    .hasMessageContaining("in use by another sandbox");
        }
        try (State state = new State().read()) {
            assertThat(state.counts.get("a")).contains(new Count(1));
        }
    }

    @Test
    void records_of_a_shelf_nobody_uses_stay_in_the_file() {
        try (State state = new State().read()) {
            state.counts.put("a", new Count(1));
        }
        try (StateLog log = StateLog.inFile(file())) {
            log.read();
        }
        try (State state = new State().read()) {
            assertThat(state.counts.get("a")).contains(new Count(1));
        }
    }

    @Test
    void a_shelf_made_too_late_is_an_error_and_so_is_a_change_before_reading() {
        try (State state = new State()) {
            assertThatThrownBy(() -> state.counts.put("a", new Count(1))).hasMessageContaining("not read yet");
            state.read();
            assertThatThrownBy(() -> state.log.shelf(ShelfName.of("late"), String.class, Count.class))
                    .hasMessageContaining("after the state was read");
        }
    }

    @Test
    void of_a_large_record_only_what_changed_is_written_and_it_comes_back_whole() throws IOException {
        try (Histories state = new Histories()) {
            state.histories.put("a", new History(LARGE, List.of(1)));
            long before = Files.size(file());
            state.histories.put("a", new History(LARGE, List.of(1, 2)));
            assertThat(Files.size(file()) - before).isLessThan(200);
            state.histories.put("a", new History("small", List.of(3)));
            state.histories.put("a", new History(LARGE, List.of(3)));
            state.histories.change("a", known -> Optional.of(known.orElseThrow().plus(4)));
        }
        try (Histories state = new Histories()) {
            assertThat(state.histories.get("a")).contains(new History(LARGE, List.of(3, 4)));
            state.histories.change("a", known -> Optional.of(known.orElseThrow().plus(5)));
        }
        try (StateLog nobodyUsesIt = StateLog.inFile(file())) {
            nobodyUsesIt.read();
        }
        try (Histories state = new Histories()) {
            assertThat(state.histories.get("a")).contains(new History(LARGE, List.of(3, 4, 5)));
        }
    }

    @Test
    void a_part_of_a_record_that_is_missing_stops_the_start_and_says_what_to_do() throws IOException {
        try (Histories state = new Histories()) {
            state.histories.put("a", new History(LARGE, List.of(1)));
            state.histories.put("a", new History(LARGE, List.of(1, 2)));
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.remove(1);
        Files.write(file(), lines);
        assertThatThrownBy(Histories::new)
                .isInstanceOf(StateFileException.class)
                .hasMessageContaining("histories")
                .hasMessageContaining("Put a copy of the file back");
    }

    @Test
    void writing_the_file_anew_loses_no_part_of_a_record_that_changes_meanwhile() throws IOException {
        int writers = 4;
        int rounds = 2_000;
        Map<String, History> last = new ConcurrentHashMap<>();
        try (Histories state = new Histories()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < writers; writer++) {
                    String name = "writer-" + writer;
                    threads.execute(() -> last.put(name, write(state, name, rounds)));
                }
            }
        }
        assertThat(Files.size(file())).as("it was written anew").isLessThan((long) writers * rounds * LARGE.length());
        try (Histories state = new Histories()) {
            assertThat(last).hasSize(writers);
            last.forEach(
                    (name, history) -> assertThat(state.histories.get(name)).contains(history));
            assertThat(state.histories.size()).isEqualTo(writers);
        }
    }

    /** Each round leaves garbage behind, so that the file is written anew often. */
    private static History write(Histories state, String name, int rounds) {
        History history = new History(LARGE, List.of());
        for (int round = 0; round < rounds; round++) {
            history = history.numbers().size() < 20 ? history.plus(round) : new History(LARGE, List.of(round));
            state.histories.put(name, history);
            state.histories.put("passing-" + name, new History(LARGE, List.of(round)));
            state.histories.remove("passing-" + name);
        }
        return history;
    }

    /** Large enough to be written in parts. */
    record History(String text, List<Integer> numbers) {
        History plus(int number) {
            return new History(
                    text, Stream.concat(numbers.stream(), Stream.of(number)).toList());
        }
    }

    private static final String LARGE = "Lorem ipsum ".repeat(300);

    private final class Histories implements AutoCloseable {
        private final StateLog log = StateLog.inFile(file());
        private final Shelf<String, History> histories =
                log.packedShelf(ShelfName.of("histories"), String.class, History.class);

        Histories() {
            try {
                log.read();
            } catch (StateFileException e) {
                log.close();
                throw e;
            }
        }

        @Override
        public void close() {
            log.close();
        }
    }

    @Test
    void writing_the_file_anew_loses_nothing_while_changes_go_on() throws IOException {
        int writers = 4;
        int rounds = 20_000;
        try (State state = new State().read()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < writers; writer++) {
                    threads.execute(() -> change(state, UUID.randomUUID(), rounds));
                }
            }
            assertThat(state.packed.size()).isEqualTo(writers);
        }
        assertThat(lines()).isLessThan((long) writers * rounds * 4);
        try (State state = new State().read()) {
            assertThat(state.packed.values()).hasSize(writers).containsOnly(new Count(rounds));
            assertThat(state.counts.values()).hasSize(writers).containsOnly(new Count(rounds));
        }
    }

    private static void change(State state, UUID id, int rounds) {
        for (int round = 1; round <= rounds; round++) {
            Count value = new Count(round);
            state.packed.put(id, value);
            state.counts.change(id.toString(), before -> Optional.of(value));
            UUID passing = UUID.randomUUID();
            state.packed.put(passing, value);
            state.packed.remove(passing);
        }
    }

    private long lines() throws IOException {
        try (var lines = Files.lines(file())) {
            return lines.count();
        }
    }
}
