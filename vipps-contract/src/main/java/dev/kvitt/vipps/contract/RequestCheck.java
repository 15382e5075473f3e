package dev.kvitt.vipps.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a request: parameters, headers, media type, body. */
record RequestCheck(Schemas schemas, ApiCall call, Sent sent) {

    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        Set<String> queries = new HashSet<>();
        Map<String, String> pathValues = ApiCall.pathValues(call, sent);
        for (ApiCall.Located parameter : call.parameters()) {
            String name = parameter.text("name");
            Optional<String> value =
                    switch (parameter.text("in")) {
                        case "path" ->
                            Optional.ofNullable(pathValues.get(name))
                                    .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
                        case "query" -> {
                            queries.add(name);
                            yield first(sent.query(), name);
                        }
                        default -> first(sent.headers(), name);
                    };
            complaints.addAll(complaintsOf(parameter, name, value));
        }
        sent.query().keySet().stream()
                .filter(name -> queries.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> complaints.add("query parameter " + name + " is not in the specification"));
        complaints.addAll(body());
        return complaints;
    }

    private List<String> complaintsOf(ApiCall.Located parameter, String name, Optional<String> value) {
        if (value.isEmpty()) {
            return parameter.node().path("required").asBoolean() ? List.of(name + " is missing") : List.of();
        }
        ApiCall.Located schema = call.at(parameter.pointer() + "/schema");
        if (schema.node().isMissingNode()) {
            return List.of();
        }
        return schemas.complaintsOfText(call.file(), schema.pointer(), schema.text("type"), value.get()).stream()
                .map(complaint -> name + ": " + complaint)
                .toList();
    }

    private List<String> body() {
        ApiCall.Located body = call.at(call.pointer() + "/requestBody");
        if (sent.body().isEmpty()) {
            return body.node().path("required").asBoolean() ? List.of("the body is missing") : List.of();
        }
        if (body.node().isMissingNode()) {
            return List.of("there is a body, and the specification has none");
        }
        Optional<String> key = MediaTypes.keyIn(body.node().path("content"), sent.mediaType());
        if (key.isEmpty()) {
            return List.of("media type " + sent.mediaType() + " is not in the specification");
        }
        String schema = body.pointer() + "/content/" + key.get().replace("/", "~1") + "/schema";
        return MediaTypes.isJson(sent.mediaType())
                ? schemas.complaintsOfBody(call.file(), schema, sent.body())
                : List.of();
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }
}
