package dev.kvitt.sandbox.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test runs once for each of {@link Documented#operationsWith} this status, and provokes it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CoversEach {

    /** HTTP status. */
    int status();
}
