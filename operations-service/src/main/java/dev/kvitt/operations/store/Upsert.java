package dev.kvitt.operations.store;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement that writes many rows at once, and none that is there already just so: most messages change little of their sale. */
record Upsert(String table, List<String> key, List<String> rest) {

    static Upsert of(String table, String key, String rest) {
        return new Upsert(table, List.of(key.split(" ")), List.of(rest.split(" ")));
    }

    /** Takes one array for each column, in the order of key and rest; of the types text, bigint, boolean and timestamptz. */
    String sql() {
        var columns = Stream.concat(key.stream(), rest.stream()).toList();
        var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        var names = String.join(", ", columns);
        return """
                insert into %1$s as t (%2$s) select * from unnest(%3$s) as v (%2$s)
                on conflict (%4$s) do update set %5$s where (%6$s) is distinct from (%7$s)"""
                .formatted(
                        table,
                        names,
                        marks,
                        String.join(", ", key),
                        rest.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", ")),
                        prefixed("t.", rest),
                        prefixed("excluded.", rest));
    }

    private static String prefixed(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
    }
}
