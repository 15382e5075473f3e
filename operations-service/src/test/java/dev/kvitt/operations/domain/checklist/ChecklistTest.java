package dev.kvitt.operations.domain.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Event;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final Evidence.LogReading READ =
            new Evidence.LogReading("till-1-a-1", Told.NOW, Optional.empty(), 3);

    @Test
    void without_a_sale_nothing_is_met_and_every_line_says_what_to_do() {
        var lines = Checklist.judge(Evidence.of(Map.of(), Told.NOW));

        assertThat(lines).noneMatch(line -> line.verdict() == Verdict.MET);
        assertThat(lines).allSatisfy(line -> assertThat(line.todo()).isNotBlank());
        assertThat(lines.stream().map(Line::id)).doesNotHaveDuplicates();
    }

    @Test
    void a_day_of_every_kind_of_sale_meets_all_that_a_ledger_can_show_whatever_the_order() {
        var messages = everything();
        var evidence = Evidence.of(messages, Told.NOW).with(Optional.of(READ));
        var lines = Checklist.judge(evidence);

        assertThat(lines).filteredOn(line -> line.verdict() == Verdict.NOT_MET).isEmpty();
        assertThat(lines).filteredOn(line -> line.verdict() == Verdict.MET).allSatisfy(line -> {
            assertThat(line.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            assertThat(line.todo()).isEmpty();
        });
        messages.values().forEach(list -> Collections.shuffle(list, new Random(7)));
        assertThat(Checklist.judge(Evidence.of(messages, Told.NOW).with(Optional.of(READ))))
                .isEqualTo(lines);
    }

    @Test
    void each_kind_of_sale_is_needed_for_its_line() {
        assertThat(notMetWithout("full")).contains("full-refund").doesNotContain("full-capture", "partial-refund");
        assertThat(notMetWithout("part")).contains("partial-capture", "remainder");
        assertThat(notMetWithout("back")).containsExactly("partial-refund");
        assertThat(notMetWithout("declined")).containsExactly("state-aborted");
        assertThat(notMetWithout("expired")).containsExactly("state-expired");
        assertThat(notMetWithout("given-up")).containsExactly("state-terminated");
        assertThat(notMetWithout("refused")).containsExactly("errors");
    }

    private static List<String> notMetWithout(String sale) {
        var messages = everything();
        assertThat(messages.remove(sale)).isNotNull();
        return Checklist.judge(Evidence.of(messages, Told.NOW).with(Optional.of(READ))).stream()
                .filter(line -> line.verdict() == Verdict.NOT_MET)
                .map(Line::id)
                .toList();
    }

    @Test
    void what_one_sale_breaks_is_not_met_however_many_kept_it_and_that_sale_is_named() {
        var messages = everything();
        messages.put(
                "late",
                new Told("late-0001")
                        .created()
                        .authorized(5000, Told.NOW.minusSeconds(60))
                        .list());
        messages.put(
                "left",
                new Told("left-0001")
                        .created()
                        .authorized(5000, Told.NOW.plusSeconds(60))
                        .captured(5000, 3000)
                        .list());
        messages.put("bare", new Told("000001").created().list());

        var lines = Checklist.judge(Evidence.of(messages, Told.NOW).with(Optional.of(READ)));

        assertThat(broken(lines, "capture-in-time")).containsExactly("late-0001-1");
        assertThat(broken(lines, "remainder")).containsExactly("left-0001-1");
        assertThat(broken(lines, "reference")).containsExactly("000001-1");
    }

    private static List<String> broken(List<Line> lines, String id) {
        var line =
                lines.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        assertThat(line.verdict()).isEqualTo(Verdict.NOT_MET);
        return line.examples().stream().map(Example::reference).toList();
    }

    @Test
    void a_capture_that_came_too_late_is_not_in_time() {
        var late = new Told("late-0001").created().result(Kind.CAPTURE, Outcome.REJECTED, "vipps-6100", null);
        var line = line(Map.of("late", late.list()), "capture-in-time");

        assertThat(line.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(line.examples().getFirst().seen()).isEqualTo("vipps-6100");
    }

    @Test
    void an_event_log_that_could_not_be_read_is_not_met_and_says_why() {
        var problem = new Evidence.LogReading("a-1", Told.NOW, Optional.of("Vipps MobilePay did not answer"), 0);
        var lines = Checklist.judge(Evidence.of(everything(), Told.NOW).with(Optional.of(problem)));

        assertThat(lines)
                .filteredOn(line -> line.verdict() == Verdict.NOT_MET)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.id()).isEqualTo("event-log");
                    assertThat(line.seen()).contains("did not answer");
                });
    }

    @Test
    void the_event_log_is_read_of_the_latest_payment_with_money() {
        assertThat(Evidence.of(Map.of(), Told.NOW).toRead()).isEmpty();
        assertThat(Evidence.of(everything(), Told.NOW).toRead()).isPresent();
    }

    @Test
    void what_is_older_than_a_month_is_no_example_whatever_was_heard_of_the_sale_since() {
        var later = Told.NOW.plus(Evidence.AGE).plus(Duration.ofDays(1));
        var lines = Checklist.judge(Evidence.of(everything(), later).with(Optional.empty()));
        assertThat(lines).flatExtracting(Line::examples).isEmpty();
        assertThat(lines).noneMatch(line -> line.verdict() == Verdict.MET);
    }

    @Test
    void the_report_names_the_sales_unit_every_line_and_its_examples_and_keeps_its_table() {
        var lines = Checklist.judge(Evidence.of(everything(), Told.NOW).with(Optional.of(READ)));
        var list = new Checklist(
                UUID.randomUUID(), "123456", "Brus | Kiosk\n<b>", "sandbox", Told.NOW, Told.NOW, 8, 1000, lines);

        var report = Report.markdown(list);

        assertThat(report).contains("123456", "Brus \\| Kiosk &lt;b>", "all 8 sales since", "0 not met");
        lines.forEach(line -> assertThat(report).contains(line.requirement().replace("|", "\\|")));
        assertThat(report.lines().filter(row -> row.startsWith("| ") && row.contains("**")))
                .hasSameSizeAs(lines)
                .allMatch(row -> row.split("(?<!\\\\)\\|", -1).length == 7);
    }

    private static Line line(Map<String, List<Event<?>>> messages, String id) {
        return Checklist.judge(Evidence.of(messages, Told.NOW)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Event<?>>> everything() {
        var deadline = Told.NOW.plusSeconds(86_400);
        Map<String, List<Event<?>>> sales = new HashMap<>();
        sales.put(
                "full",
                new Told("till-1-full")
                        .created()
                        .observed(PaymentState.CREATED)
                        .authorized(5000, deadline)
                        .captured(5000, 5000)
                        .refunded(5000, 5000)
                        .list());
        sales.put(
                "back",
                new Told("till-1-back")
                        .created()
                        .authorized(5000, deadline)
                        .captured(5000, 5000)
                        .refunded(5000, 1000)
                        .list());
        sales.put(
                "part",
                new Told("till-1-part")
                        .created()
                        .authorized(5000, deadline)
                        .captured(5000, 3000)
                        .cancelled(5000, 3000)
                        .list());
        sales.put(
                "released",
                new Told("till-1-free")
                        .created()
                        .authorized(5000, deadline)
                        .cancelled(5000, 0)
                        .list());
        sales.put(
                "declined",
                new Told("till-1-declined")
                        .created()
                        .ended(PaymentState.ABORTED)
                        .list());
        sales.put(
                "expired",
                new Told("till-1-expired").created().ended(PaymentState.EXPIRED).list());
        sales.put(
                "given-up",
                new Told("till-1-given-up")
                        .created()
                        .ended(PaymentState.TERMINATED)
                        .list());
        sales.put(
                "refused",
                new Told("till-1-refused")
                        .created()
                        .refused("more-than-captured")
                        .list());
        sales.replaceAll((sale, list) -> new ArrayList<>(list));
        return sales;
    }
}
