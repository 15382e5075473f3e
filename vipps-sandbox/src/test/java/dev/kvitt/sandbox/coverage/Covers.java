package dev.kvitt.sandbox.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test shows about an operation. Only what {@link Documented} lists can be covered. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Covers.All.class)
public @interface Covers {

    ApiOperation operation();

    /** Error codes that the test provokes. */
    int[] codes() default {};

    /** HTTP statuses that the test provokes, good ones too. */
    int[] statuses() default {};

    /** Named rules, in the words of {@link Documented}. */
    String[] rules() default {};

    /** Java's container for a repeated {@link Covers}. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Covers[] value();
    }
}
