package dev.kvitt.vipps.rules;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Reads one component of a record, or copies the record with that one changed: what the language lacks. */
final class RecordParts {

    private RecordParts() {}

    static Object get(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A public record could not be read: " + component, e);
        }
    }

    static Record with(Record record, RecordComponent changed, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(each -> each.getName().equals(changed.getName()) ? value : get(record, each))
                .toArray();
        try {
            return record.getClass().getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalArgumentException(changed.getName() + " cannot be " + value, e);
        }
    }
}
