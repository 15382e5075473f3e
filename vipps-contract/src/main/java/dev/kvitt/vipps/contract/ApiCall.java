package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of a specification.
 *
 * @param pointer where it stands in its file
 * @param path matches a request's path; its groups are the path parameters, in order
 */
record ApiCall(
        Specification file,
        ObjectNode document,
        String pointer,
        String method,
        Pattern path,
        List<String> pathNames,
        int literals) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");

    static List<ApiCall> of(Specification file, ObjectNode document) {
        List<ApiCall> calls = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("responses"))
                .forEach(operation -> calls.add(of(file, document, path.getKey(), operation.getKey()))));
        return calls;
    }

    private static ApiCall of(Specification file, ObjectNode document, String template, String method) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder(Pattern.quote(file.basePath()));
        Matcher matcher = TEMPLATE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(end, matcher.start())))
                    .append("([^/]+)");
            names.add(matcher.group(1));
            end = matcher.end();
        }
        regex.append(Pattern.quote(template.substring(end)));
        String pointer = "/paths/" + template.replace("~", "~0").replace("/", "~1") + "/" + method;
        return new ApiCall(
                file,
                document,
                pointer,
                method.toUpperCase(Locale.ROOT),
                Pattern.compile(regex.toString()),
                names,
                template.length() - names.size());
    }

    boolean matches(Sent sent) {
        return method.equals(sent.method()) && path.matcher(sent.path()).matches();
    }

    /** What a reference leads to; anything else leads to itself. */
    Located at(String where) {
        JsonNode node = document.at(where);
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? at(reference.substring(1)) : new Located(where, node);
    }

    /** Parameters of the path and of the operation itself. */
    List<Located> parameters() {
        List<Located> all = new ArrayList<>();
        String pathItem = pointer.substring(0, pointer.lastIndexOf('/'));
        for (String owner : List.of(pathItem, pointer)) {
            int count = document.at(owner + "/parameters").size();
            for (int i = 0; i < count; i++) {
                all.add(at(owner + "/parameters/" + i));
            }
        }
        return all;
    }

    /** @param pointer with references followed */
    record Located(String pointer, JsonNode node) {
        String text(String field) {
            return node.path(field).asText("");
        }
    }

    static Map<String, String> pathValues(ApiCall call, Sent sent) {
        Matcher matcher = call.path().matcher(sent.path());
        Map<String, String> values = new java.util.HashMap<>();
        if (matcher.matches()) {
            for (int i = 0; i < call.pathNames().size(); i++) {
                values.put(call.pathNames().get(i), matcher.group(i + 1));
            }
        }
        return values;
    }
}
