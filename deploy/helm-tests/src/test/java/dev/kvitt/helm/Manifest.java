package dev.kvitt.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One rendered document. */
record Manifest(Map<String, Object> tree) {

    static List<Manifest> all(String yaml) {
        return StreamSupport.stream(Values.yaml().loadAll(yaml).spliterator(), false)
                .filter(document -> document != null)
                .map(document -> new Manifest(Values.map(document)))
                .toList();
    }

    String kind() {
        return (String) tree.get("kind");
    }

    String name() {
        return (String) at("metadata", "name");
    }

    /** What lies at the end of these keys; null when it is not there. */
    Object at(String... keys) {
        return at(tree, keys);
    }

    static Object at(Object from, String... keys) {
        Object here = from;
        for (var key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    static List<Map<String, Object>> list(Object value) {
        var all = new ArrayList<Map<String, Object>>();
        if (value instanceof List<?> list) {
            list.forEach(each -> all.add(Values.map(each)));
        }
        return all;
    }

    /** The pod that this makes, if it makes any. */
    Stream<Pod> pod() {
        return switch (kind()) {
            case "Deployment", "Job" -> made(at("spec", "template"));
            case "CronJob" -> made(at("spec", "jobTemplate", "spec", "template"));
            case "Pod" -> Stream.of(new Pod(name(), Values.map(at("metadata", "labels")), Values.map(at("spec"))));
            default -> Stream.empty();
        };
    }

    private Stream<Pod> made(Object template) {
        return Stream.of(
                new Pod(name(), Values.map(at(template, "metadata", "labels")), Values.map(at(template, "spec"))));
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
