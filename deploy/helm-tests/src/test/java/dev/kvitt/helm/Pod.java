package dev.kvitt.helm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pod that the chart makes. */
record Pod(String owner, Map<String, Object> labels, Map<String, Object> spec) {

    /** Which of the chart's parts it is, such as {@code payment-service}. */
    String part() {
        return (String) labels.get("app.kubernetes.io/name");
    }

    List<Map<String, Object>> containers() {
        return Manifest.list(spec.get("containers"));
    }

    /** What its one container is told in so many words; secrets are left out. */
    Map<String, String> env() {
        var env = new LinkedHashMap<String, String>();
        variables().stream()
                .filter(variable -> variable.containsKey("value"))
                .forEach(variable -> env.put((String) variable.get("name"), (String) variable.get("value")));
        return env;
    }

    List<Map<String, Object>> variables() {
        return Manifest.list(containers().getFirst().get("env"));
    }

    boolean isSelectedBy(Object labelSelector) {
        var wanted = Values.map(Manifest.at(labelSelector, "matchLabels"));
        return wanted == null || labels.entrySet().containsAll(wanted.entrySet());
    }

    @Override
    public String toString() {
        return owner;
    }
}
