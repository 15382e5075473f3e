package dev.kvitt.vipps.rules;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the {@link RulesSwitches}, known by name: for whoever has to go through all of them. */
public final class Switch {

    private static final List<Switch> ALL = Arrays.stream(RulesSwitches.class.getRecordComponents())
            .flatMap(subject ->
                    Arrays.stream(subject.getType().getRecordComponents()).map(one -> new Switch(subject, one)))
            .toList();

    private final RecordComponent subject;
    private final RecordComponent component;

    private Switch(RecordComponent subject, RecordComponent component) {
        this.subject = subject;
        this.component = component;
    }

    /** In the order of {@link RulesSwitches}. */
    public static List<Switch> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException if there is none */
    static Switch named(String key) {
        return ALL.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No switch is called " + key));
    }

    /** Subject and name, as configuration writes them: {@code cancel.events-carry-key}. */
    public String key() {
        return kebab(subject.getName()) + "." + kebab(component.getName());
    }

    public Object value(RulesSwitches switches) {
        return RecordParts.get(RecordParts.get(switches, subject), component);
    }

    /** Its value unless set. */
    public Object byDefault() {
        return value(RulesSwitches.defaults());
    }

    /** The values it is meant to be tried with besides; at least one. */
    public List<Object> others() {
        Other other = component.getAnnotation(Other.class);
        Stream<?> all = other != null ? Stream.of(parsed(other.value())) : allValues();
        return all.<Object>map(each -> each)
                .filter(each -> !each.equals(byDefault()))
                .toList();
    }

    /** A value as configuration writes it; empty for none. */
    public static String text(Object value) {
        return value instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse("") : value.toString();
    }

    RulesSwitches set(RulesSwitches switches, Object value) {
        Record changed = RecordParts.with((Record) RecordParts.get(switches, subject), component, value);
        return (RulesSwitches) RecordParts.with(switches, subject, changed);
    }

    private Stream<?> allValues() {
        Class<?> type = component.getType();
        return type == boolean.class ? Stream.of(true, false) : Arrays.stream(type.getEnumConstants());
    }

    private Object parsed(String text) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == ErrorCode.class) {
            return ErrorCode.valueOf(text);
        }
        Duration duration = Duration.parse(text);
        return type == Optional.class ? Optional.of(duration) : duration;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key();
    }
}
