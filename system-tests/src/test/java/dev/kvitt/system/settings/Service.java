package dev.kvitt.system.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All settings of one service: those of its own module and of those that it is made of. */
final class Service {

    private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{(kvitt\\.[a-z.-]+)(?::([^}]*))?}");
    private static final Pattern INJECTED =
            Pattern.compile("@ConfigProperty\\(name = \"((?:kvitt|sandbox)\\.[^\"]+)\"\\)\\s+(\\w+)");
    /** So many values are named; of more, only where they stand. */
    private static final int MOST_VALUES = 12;

    private static final Map<String, String> KINDS = Map.of(
            "Duration", "duration",
            "int", "whole number",
            "long", "whole number",
            "double", "number",
            "boolean", "`true`, `false`",
            "Boolean", "`true`, `false`",
            "URI", "address",
            "Path", "file",
            "MemorySize", "size");

    private final String name;
    private final List<Sources> modules;
    private final Map<String, Declared> types = new HashMap<>();
    private final Map<String, Setting> settings = new TreeMap<>();

    private Service(String name, List<Sources> modules) {
        this.name = name;
        this.modules = modules;
    }

    static Service of(String name, String... libraries) throws IOException {
        var modules =
                new ArrayList<>(List.of(libraries).stream().map(Sources::new).toList());
        modules.add(new Sources(name));
        var service = new Service(name, modules);
        service.read();
        return service;
    }

    String name() {
        return name;
    }

    List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    /** What Kvitt sets of Quarkus for it, by name. */
    Map<String, String> ofQuarkus() throws IOException {
        var all = new LinkedHashMap<String, String>();
        for (var module : modules) {
            all.putAll(module.properties());
        }
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("quarkus."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, TreeMap::new));
    }

    private void read() throws IOException {
        var roots = new ArrayList<Declared>();
        for (var module : modules) {
            var found = Declared.in(module.sources());
            types.putAll(found);
            found.values().stream().filter(type -> type.prefix().isPresent()).forEach(roots::add);
        }
        roots.forEach(root -> add(unquoted(root.prefix().orElseThrow()), root, List.of(root)));
        for (var module : modules) {
            injected(module);
        }
        for (var module : modules) {
            properties(module.properties());
        }
    }

    private void add(String prefix, Declared type, List<Declared> around) {
        if (!type.parent().isEmpty()) {
            var parent = find(type.parent(), around).orElseThrow();
            add(prefix, parent, List.of(parent));
        }
        for (var method : type.methods()) {
            var own = method.named().map(Service::unquoted).orElseGet(() -> kebab(method.name()));
            add(prefix + "." + own, method, around);
        }
    }

    private void add(String path, Declared.Method method, List<Declared> around) {
        var type = method.type();
        var optional = type.startsWith("Optional");
        if (type.equals("OptionalInt") || type.equals("OptionalLong")) {
            type = "int";
        } else if (optional) {
            type = argument(type);
        }
        if (type.startsWith("Map<String, ")) {
            type = type.substring("Map<String, ".length(), type.length() - 1);
            path += find(type, around).isPresent() ? ".<name>" : ".\"<name>\"";
            optional = true;
        } else if (type.startsWith("List<") && find(argument(type), around).isPresent()) {
            type = argument(type);
            path += "[<n>]";
        }
        var inner = find(type, around);
        if (inner.isPresent() && inner.get().constants().isEmpty()) {
            var deeper = new ArrayList<>(List.of(inner.get()));
            deeper.addAll(around);
            add(path, inner.get(), deeper);
        } else {
            var otherwise = optional ? Setting.OPTIONAL : "";
            var standard = method.standard().map(this::constant).orElse(otherwise);
            settings.put(path, new Setting(path, kind(type, inner), standard, method.doc()));
        }
    }

    private static String argument(String type) {
        return type.substring(type.indexOf('<') + 1, type.length() - 1);
    }

    private Optional<Declared> find(String type, List<Declared> around) {
        var simple = type.substring(type.lastIndexOf('.') + 1);
        return around.stream()
                .map(outer -> outer.inner().get(simple))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> inside(type))
                .or(() -> Optional.ofNullable(types.get(simple)));
    }

    /** As in {@code VippsSettings.Circuit}. */
    private Optional<Declared> inside(String type) {
        var dot = type.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(types.get(type.substring(0, dot)))
                        .map(outer -> outer.inner().get(type.substring(dot + 1)));
    }

    private static String kind(String type, Optional<Declared> values) {
        if (values.isPresent() && values.get().constants().size() > MOST_VALUES) {
            return "one of `" + type + "`";
        }
        if (values.isPresent()) {
            return values.get().constants().stream()
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", "));
        }
        if (type.startsWith("List<") || type.startsWith("Set<")) {
            return KINDS.getOrDefault(argument(type), "text") + ", several separated by commas";
        }
        return KINDS.getOrDefault(type, "text");
    }

    /** A default that is no text of its own names a constant of the code. */
    private String constant(String expression) {
        if (!expression.contains(" + ")) {
            return unquoted(expression);
        }
        var parts = expression.substring(expression.lastIndexOf(' ') + 1).split("\\.", -1);
        var declaration = Pattern.compile("\\b" + parts[1] + " = ([0-9]+);");
        try {
            for (var module : modules) {
                for (var file : module.sources()) {
                    var found = declaration.matcher(file.endsWith(parts[0] + ".java") ? Files.readString(file) : "");
                    if (found.find()) {
                        return found.group(1);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("where is " + expression + "?");
    }

    private void injected(Sources module) throws IOException {
        for (var file : module.sources()) {
            var found = INJECTED.matcher(Files.readString(file));
            while (found.find()) {
                settings.putIfAbsent(
                        found.group(1), new Setting(found.group(1), kind(found.group(2), Optional.empty()), "", ""));
            }
        }
    }

    private void properties(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            settings.computeIfPresent(key, (same, setting) -> setting.withDefault(value));
            var used = IN_PROPERTIES.matcher(value);
            while (used.find()) {
                var standard = Optional.ofNullable(used.group(2)).orElse("");
                var kind = KINDS.get(standard.matches("true|false") ? "boolean" : "text");
                settings.putIfAbsent(
                        used.group(1), new Setting(used.group(1), kind == null ? "text" : kind, standard, ""));
            }
        });
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String literal) {
        return literal.replaceAll("^\"|\"$", "");
    }
}
