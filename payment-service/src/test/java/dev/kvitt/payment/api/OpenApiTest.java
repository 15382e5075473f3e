package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published description names what the code answers, and nothing else. */
class OpenApiTest {

    private static final Set<Class<?>> RESOURCES =
            Set.of(SalesResource.class, SaleRequestsResource.class, TillsResource.class, AvailabilityResource.class);

    private final JsonNode document = document();

    private static JsonNode document() {
        try (var in = OpenApiTest.class.getResourceAsStream("/kvitt/payment-api.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_way_of_the_code_is_described_with_its_parameters_and_no_other() {
        var coded = new TreeMap<String, Set<String>>();
        RESOURCES.forEach(resource -> Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verb(method) != null)
                .forEach(method -> coded.put(verb(method) + " " + path(resource, method), parameters(method))));
        var described = new TreeMap<String, Set<String>>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> described.put(
                        operation.getKey() + " " + path.getKey(),
                        StreamSupport.stream(
                                        operation.getValue().path("parameters").spliterator(), false)
                                .filter(parameter ->
                                        !parameter.path("in").asText().equals("header"))
                                .map(parameter -> parameter.path("name").asText())
                                .collect(Collectors.toCollection(TreeSet::new)))));

        assertThat(coded).hasSizeGreaterThan(9).isEqualTo(described);
    }

    @ParameterizedTest
    @CsvSource({
        "SaleStatus, dev.kvitt.payment.api.SaleStatus",
        "Problem, dev.kvitt.payment.api.Problem",
        "Accepted, dev.kvitt.payment.api.SaleRequestsResource$Accepted",
        "Availability, dev.kvitt.payment.api.Availability"
    })
    void every_answer_is_described_field_by_field(String schema, String type) throws ClassNotFoundException {
        var fields = Arrays.stream(Class.forName(type).getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertThat(document.at("/components/schemas/" + schema + "/properties").properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .isEqualTo(fields);
    }

    @Test
    void every_request_of_a_till_needs_its_own_name() {
        Stream.of("", "/customer", "/confirmation", "/attempts", "/cancellation", "/refunds")
                .map(path -> document.path("paths")
                        .path("/sales/{msn}/{saleId}" + path)
                        .path("post"))
                .forEach(post -> assertThat(post.path("parameters").findValuesAsText("name"))
                        .contains(SaleRequestsResource.IDEMPOTENCY_KEY));
    }

    private static String verb(Method method) {
        return method.isAnnotationPresent(GET.class) ? "get" : method.isAnnotationPresent(POST.class) ? "post" : null;
    }

    private static String path(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    }

    private static Set<String> parameters(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(PathParam.class)) {
                names.add(parameter.getAnnotation(PathParam.class).value());
            }
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            }
            assertThat(parameter.isAnnotationPresent(HeaderParam.class)).isFalse();
        }
        return names;
    }
}
