package dev.kvitt.sandbox.contract;

import dev.kvitt.vipps.contract.Answered;
import dev.kvitt.vipps.contract.OfficialSpecifications;
import dev.kvitt.vipps.contract.Sent;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds every exchange of the tests against Vipps' own specifications, where they are: each answer, and each request that
 * the sandbox took. A request that it refused may be as wrong as its test wants.
 */
public final class ContractFilter implements Filter {

    private static final ContractFilter ONE = new ContractFilter();

    private ContractFilter() {}

    public static Filter official() {
        return ONE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext context) {
        Response response = context.next(request, wanted);
        OfficialSpecifications.here().ifPresent(official -> {
            List<String> complaints = complaints(official, sent(request), answered(response));
            if (!complaints.isEmpty()) {
                throw new AssertionError("Not as Vipps specifies it: " + String.join("; ", complaints));
            }
        });
        return response;
    }

    private static List<String> complaints(OfficialSpecifications official, Sent sent, Answered answered) {
        // What the files do not know can only be refused.
        if (!answered.isGood() && !official.know(sent)) {
            return List.of();
        }
        Stream<String> request = answered.isGood() ? official.complaints(sent).stream() : Stream.empty();
        return Stream.concat(request, official.complaints(sent, answered).stream())
                .toList();
    }

    private static Sent sent(FilterableRequestSpecification request) {
        String body = Optional.ofNullable(request.<Object>getBody())
                .map(Object::toString)
                .orElse("");
        return Sent.of(request.getMethod(), URI.create(request.getURI()), headers(request.getHeaders()), body);
    }

    private static Answered answered(Response response) {
        String type = Optional.ofNullable(response.getContentType()).orElse("");
        return new Answered(response.statusCode(), type, response.asString());
    }

    private static Map<String, List<String>> headers(Headers headers) {
        return headers.asList().stream()
                .collect(Collectors.groupingBy(
                        Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
    }
}
