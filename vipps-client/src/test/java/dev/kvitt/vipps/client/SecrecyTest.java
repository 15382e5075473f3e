package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.testing.CapturedLog;
import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.client.testing.MutableClock;
import dev.kvitt.vipps.client.testing.Planted;
import dev.kvitt.vipps.client.testing.PlantedAnswers;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Plants secrets and personal values everywhere a caller or Vipps can, makes every call of every API there is, and looks for them in every
 * text this module makes.
 */
class SecrecyTest {
    private static final String LOGGER = "dev.kvitt.vipps.client";
    private static final CircuitLimits NEVER_OPEN =
            new CircuitLimits(1000, 1000, 100, Duration.ofMillis(1), Duration.ofMillis(1), 1);

    private final MutableClock clock = new MutableClock();
    private final FakeVipps vipps = new FakeVipps();
    private final VippsClient client =
            new VippsClient(VippsEnvironment.of(vipps.uri(), Samples.SYSTEM).with(NEVER_OPEN), clock);
    private final SalesUnitKeys keys = new SalesUnitKeys(
            new MerchantSerialNumber("123456"),
            Planted.SECRET + "-id",
            Planted.SECRET,
            List.of(Planted.SECRET + "-1", Planted.SECRET + "-2"));
    private final AccountingKeys accounting = new AccountingKeys(Planted.SECRET + "-id", Planted.SECRET);
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() {
        client.close();
        vipps.close();
    }

    @Test
    void no_planted_value_shows_where_all_is_well_and_every_answer_was_read() {
        vipps.answerTokens(request -> PlantedAnswers.token());
        vipps.answer(PlantedAnswers::success);
        Map<String, Outcome<?>> outcomes = new TreeMap<>();
        try (CapturedLog log = new CapturedLog(LOGGER)) {
            everyCall((call, outcome) -> outcomes.put(call, outcome));
            said.addAll(log.lines());
            assertThat(log.lines())
                    .anyMatch(line -> line.matches("PUT /qr/v1/merchant-callback/\\{merchantQrId\\}: 200 in \\d+ ms"))
                    .anyMatch(line -> line.matches("POST /accesstoken/get: 200 in \\d+ ms"));
        }
        assertThat(outcomes)
                .hasSizeGreaterThan(35)
                .allSatisfy((call, outcome) -> assertThat(outcome).as(call).isInstanceOf(Outcome.Done.class));
        assertThat(vipps.calls())
                .anyMatch(call -> call.body().contains(Planted.PHONE))
                .anyMatch(call -> call.body().contains(Planted.SECRET));
        assertNothingPlantedWasSaid();
    }

    @Test
    void no_planted_value_shows_where_vipps_says_no_in_any_shape() {
        vipps.answerTokens(request -> PlantedAnswers.token());
        try (CapturedLog log = new CapturedLog(LOGGER)) {
            for (Reply reply : PlantedAnswers.errors()) {
                vipps.answer(reply);
                everyCall((call, outcome) -> {});
            }
            said.addAll(log.lines());
            assertThat(log.lines())
                    .anyMatch(line -> line.matches("POST /epayment/v1/payments: 400 in \\d+ ms, idempotency key "
                            + Samples.KEY + ", trace id 00-abc-01"));
        }
        assertNothingPlantedWasSaid();
    }

    @Test
    void no_planted_value_shows_where_there_is_no_token() {
        try (CapturedLog log = new CapturedLog(LOGGER)) {
            for (Reply reply : PlantedAnswers.errors()) {
                vipps.answerTokens(request -> reply);
                clock.advance(Duration.ofHours(2));
                everyCall((call, outcome) -> {});
            }
            said.addAll(log.lines());
        }
        assertNothingPlantedWasSaid();
    }

    private void assertNothingPlantedWasSaid() {
        said.add(keys.toString());
        said.add(accounting.toString());
        assertThat(said).hasSizeGreaterThan(40).allSatisfy(text -> assertThat(text.toUpperCase(Locale.ROOT))
                .doesNotContain(Planted.MARK)
                .doesNotContain("NORDMANN")
                .doesNotContain("98765432")
                .doesNotContain("98 76 54 32")
                .doesNotContain("987 65 432"));
    }

    private interface Told {
        void of(String call, Outcome<?> outcome);
    }

    /** Finds the APIs and their calls by reflection, so that a new call is made here too, or fails for want of values to plant. */
    private void everyCall(Told told) {
        VippsApi api = client.forSalesUnit(keys);
        Stream.of(VippsApi.class.getMethods())
                .flatMap(method -> invocations(api, method))
                .flatMap(SecrecyTest::unwrapped)
                .filter(part -> !(part instanceof MerchantSerialNumber))
                .forEach(part -> callsOf(part, told));
        callsOf(client.forAccounting(accounting), told);
    }

    private void callsOf(Object api, Told told) {
        for (Class<?> type : api.getClass().getInterfaces()) {
            for (Method method : type.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())) {
                    assertThat(method.getReturnType()).as(method.toString()).isEqualTo(Outcome.class);
                    invocations(api, method).forEach(outcome -> {
                        note((Outcome<?>) outcome);
                        told.of(method.toString(), (Outcome<?>) outcome);
                    });
                }
            }
        }
    }

    private Stream<Object> invocations(Object target, Method method) {
        return arguments(List.of(method.getGenericParameterTypes())).map(arguments -> {
            arguments.forEach(argument -> said.add(argument.toString()));
            try {
                return method.invoke(target, arguments.toArray());
            } catch (ReflectiveOperationException failed) {
                throw new LinkageError(method + " threw", failed);
            }
        });
    }

    private static Stream<List<Object>> arguments(List<Type> types) {
        if (types.isEmpty()) {
            return Stream.of(List.of());
        }
        List<?> first = Planted.of(types.getFirst());
        return arguments(types.subList(1, types.size()))
                .flatMap(rest -> first.stream().map(value -> {
                    List<Object> all = new ArrayList<>();
                    all.add(value);
                    all.addAll(rest);
                    return all;
                }));
    }

    private static Stream<?> unwrapped(Object part) {
        return part instanceof Optional<?> optional ? optional.stream() : Stream.of(part);
    }

    private void note(Outcome<?> outcome) {
        Consumer<VippsError> sentences = error -> {
            said.add(error.toString());
            said.add(error.cashierSentence());
            said.add(error.operatorSentence());
        };
        said.add(outcome.toString());
        switch (outcome) {
            case Outcome.Done<?> done -> said.add(done.answer().toString());
            case Outcome.Refused<?> refused -> sentences.accept(refused.error());
            case Outcome.Busy<?> busy -> sentences.accept(busy.error());
            case Outcome.Unknown<?> unknown -> {
                said.add(unknown.cashierSentence());
                said.add(unknown.operatorSentence());
            }
        }
    }
}
