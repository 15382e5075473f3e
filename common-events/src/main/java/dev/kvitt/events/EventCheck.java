package dev.kvitt.events;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What holds for every event and no parser checks: nothing is missing that is not {@link MayBeAbsent}, and no text holds
 * control characters or half characters, which neither PostgreSQL nor UTF-8 could store later.
 */
final class EventCheck {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private record Field(String name, Method accessor, boolean mayBeAbsent) {

        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(), component.getAccessor(), component.isAnnotationPresent(MayBeAbsent.class));
        }

        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the accessor of " + name + " is not public", e);
            }
        }
    }

    private EventCheck() {}

    /** The first thing that is wrong, naming the field and not its value. */
    static Optional<String> problem(EventData data) {
        return problem((Record) data, "");
    }

    private static Optional<String> problem(Record record, String path) {
        for (var field : FIELDS.get(record.getClass())) {
            var found = problem(field.of(record), path + field.name(), field.mayBeAbsent());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Object value, String path, boolean mayBeAbsent) {
        if (value == null) {
            return mayBeAbsent ? Optional.empty() : Optional.of(path + " is missing");
        }
        if (value instanceof String text && !isText(text)) {
            return Optional.of(path + " holds control characters or half characters");
        }
        if (value instanceof Record record) {
            return problem(record, path + ".");
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> problem(item, path + "[]", false))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static boolean isText(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isISOControl(c) || (Character.isSurrogate(c) && !isHalfOfPair(text, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalfOfPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
