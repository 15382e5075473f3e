package dev.kvitt.system.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The main sources and resources of one module. */
record Sources(String name) {

    List<Path> sources() throws IOException {
        try (var files = Files.walk(folder().resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    /** What its own files of properties say outside tests, by name. */
    Map<String, String> properties() throws IOException {
        var all = new Properties();
        for (var file : List.of("META-INF/microprofile-config.properties", "application.properties")) {
            var path = folder().resolve("resources").resolve(file);
            if (Files.exists(path)) {
                all.load(new StringReader(Files.readString(path)));
            }
        }
        return all.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("%test."))
                .collect(Collectors.toMap(
                        key -> key.replaceFirst("^%prod\\.", ""),
                        all::getProperty,
                        // What a profile says is what holds in production.
                        (one, other) -> one.contains("${") ? one : other,
                        TreeMap::new));
    }

    private Path folder() {
        return Path.of("..", name, "src", "main");
    }
}
