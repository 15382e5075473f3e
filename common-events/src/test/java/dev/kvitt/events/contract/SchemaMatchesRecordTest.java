package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.EventType;
import dev.kvitt.events.MayBeAbsent;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentSources;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.QuantityUnit;
import dev.kvitt.events.ReceiptWarning;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UnitInfo;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rule: a schema has the properties of its record, and {@code done} on events about payments. Required are all that
 * are not {@link MayBeAbsent}.
 */
class SchemaMatchesRecordTest {

    private static final Map<Class<?>, String> DEFINITIONS = Map.ofEntries(
            Map.entry(Aggregate.class, "aggregate"),
            Map.entry(BottomLine.class, "bottomLine"),
            Map.entry(Currency.class, "currency"),
            Map.entry(Customer.class, "customer"),
            Map.entry(Instant.class, "time"),
            Map.entry(Money.class, "money"),
            Map.entry(Msn.class, "msn"),
            Map.entry(OperationId.class, "operationId"),
            Map.entry(OrderLine.class, "orderLine"),
            Map.entry(PaymentReference.class, "reference"),
            Map.entry(PaymentSources.class, "paymentSources"),
            Map.entry(PaymentState.class, "paymentState"),
            Map.entry(PaymentView.class, "paymentView"),
            Map.entry(ReceiptWay.class, "receiptWay"),
            Map.entry(QuantityUnit.class, "quantityUnit"),
            Map.entry(ReceiptWarning.class, "receiptWarning"),
            Map.entry(Refusal.class, "refusal"),
            Map.entry(SaleContext.class, "saleContext"),
            Map.entry(SaleId.class, "saleId"),
            Map.entry(Sealed.class, "sealed"),
            Map.entry(UnitInfo.class, "unitInfo"),
            Map.entry(UserFlow.class, "userFlow"),
            Map.entry(UUID.class, "uuid"));

    private final JsonNode definitions = Schemas.common().path("$defs");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everySchemaSaysWhatItsRecordSays(EventType type) {
        var expected = properties(type.data());
        if (PaymentEvent.class.isAssignableFrom(type.data())) {
            expected.put("done", true);
        }
        assertProperties(type.data(), expected, Schemas.tree(type));
    }

    @Test
    void everySharedDefinitionSaysWhatItsRecordSays() {
        for (var type : List.of(
                Money.class,
                Customer.class,
                Aggregate.class,
                OrderLine.class,
                UnitInfo.class,
                BottomLine.class,
                PaymentSources.class,
                ReceiptWarning.class,
                SaleContext.class,
                Refusal.class,
                PaymentView.class)) {
            assertProperties(type, properties(type), definitions.path(DEFINITIONS.get(type)));
        }
    }

    @Test
    void everySharedListOfConstantsIsWhole() {
        for (var type : List.of(Currency.class, UserFlow.class, ReceiptWay.class, PaymentState.class)) {
            assertConstants(type, definitions.path(DEFINITIONS.get(type)));
        }
    }

    private void assertProperties(Class<?> type, Map<String, Boolean> expected, JsonNode schema) {
        var properties = schema.path("properties");
        assertThat(schema.path("type").asText()).isEqualTo("object");
        assertThat(properties.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(schema.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        expected.keySet().stream().filter(expected::get).toList());
        for (var component : type.getRecordComponents()) {
            assertType(component, properties.path(component.getName()));
        }
    }

    private void assertType(RecordComponent component, JsonNode schema) {
        var type = component.getType();
        var definition = DEFINITIONS.get(type);
        if (definition != null) {
            assertThat(schema.path("$ref").asText()).as(component.toString()).endsWith("#/$defs/" + definition);
        } else if (type == List.class) {
            var item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            assertThat(DEFINITIONS).as(component.toString()).containsKey((Class<?>) item);
            assertThat(schema.at("/items/$ref").asText()).endsWith("#/$defs/" + DEFINITIONS.get(item));
        } else if (type.isEnum()) {
            assertConstants(type, schema);
        } else {
            assertThat(resolved(schema).path("type").asText())
                    .as(component.toString())
                    .isEqualTo(jsonType(type));
        }
    }

    private static void assertConstants(Class<?> type, JsonNode schema) {
        var constants = Arrays.stream(type.getEnumConstants()).map(Object::toString);
        assertThat(schema.path("enum")).extracting(JsonNode::asText).containsExactlyElementsOf(constants.toList());
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static String jsonType(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class) {
            return "integer";
        }
        return type == boolean.class || type == Boolean.class
                ? "boolean"
                : type == String.class ? "string" : "no type for " + type;
    }

    private static Map<String, Boolean> properties(Class<?> type) {
        var required = new LinkedHashMap<String, Boolean>();
        for (var component : type.getRecordComponents()) {
            required.put(component.getName(), !component.isAnnotationPresent(MayBeAbsent.class));
        }
        return required;
    }
}
