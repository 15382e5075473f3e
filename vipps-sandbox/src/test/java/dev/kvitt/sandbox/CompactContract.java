package dev.kvitt.sandbox;

import dev.kvitt.sandbox.coverage.ApiOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one operation takes and answers, in our own words: names are JSON pointers, 0 stands for every place of an array.
 *
 * @param mediaType empty = the answer has no body
 * @param needs fields without which the good call is refused; its other fields can be left out
 * @param takes further fields, as objects that are merged into the good call's body
 * @param answers fields of every answer
 * @param mayAnswer fields of some answers
 */
record CompactContract(
        ApiOperation operation,
        int status,
        String mediaType,
        Set<String> needs,
        List<String> takes,
        Set<String> answers,
        Set<String> mayAnswer) {

    static final String JSON = "application/json";

    /** Answers as JSON. */
    static CompactContract answering(ApiOperation operation, int status, String... answers) {
        return new CompactContract(operation, status, JSON, Set.of(), List.of(), names(answers), Set.of());
    }

    static CompactContract withoutBody(ApiOperation operation, int status) {
        return new CompactContract(operation, status, "", Set.of(), List.of(), Set.of(), Set.of());
    }

    CompactContract as(String otherMediaType) {
        return new CompactContract(operation, status, otherMediaType, needs, takes, answers, mayAnswer);
    }

    CompactContract needing(String... fields) {
        return new CompactContract(operation, status, mediaType, names(fields), takes, answers, mayAnswer);
    }

    CompactContract taking(String... objects) {
        return new CompactContract(operation, status, mediaType, needs, List.of(objects), answers, mayAnswer);
    }

    CompactContract perhaps(String... fields) {
        return new CompactContract(operation, status, mediaType, needs, takes, answers, names(fields));
    }

    Set<String> allAnswers() {
        Set<String> all = new TreeSet<>(answers);
        all.addAll(mayAnswer);
        return all;
    }

    /** Names below another. */
    static String[] below(String parent, String... names) {
        return Arrays.stream(names).map(name -> parent + name).toArray(String[]::new);
    }

    static String[] all(String[]... parts) {
        List<String> all = new ArrayList<>();
        Arrays.stream(parts).flatMap(Stream::of).forEach(all::add);
        return all.toArray(String[]::new);
    }

    private static Set<String> names(String... names) {
        return new TreeSet<>(List.of(names));
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
