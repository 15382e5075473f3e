package dev.kvitt.sandbox.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;

/** A sealed interface is written with the simple name of what it is, so that it can be read again. */
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;
    private static final String TYPE_FIELD = "is";

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        boolean sealed = annotated instanceof AnnotatedClass type && parent(type.getRawType()) != null;
        return sealed
                ? JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, TYPE_FIELD, null, false, true)
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> parent = parent(annotated.getRawType());
        return parent == null
                ? super.findSubtypes(annotated)
                : Arrays.stream(parent.getPermittedSubclasses())
                        .map(type -> new NamedType(type, type.getSimpleName()))
                        .toList();
    }

    /** The sealed interface the type is or belongs to; null if none. */
    private static Class<?> parent(Class<?> type) {
        if (type.isSealed() && type.isInterface()) {
            return type;
        }
        return Arrays.stream(type.getInterfaces())
                .filter(Class::isSealed)
                .findFirst()
                .orElse(null);
    }
}
