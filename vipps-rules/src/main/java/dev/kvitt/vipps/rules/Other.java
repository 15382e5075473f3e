package dev.kvitt.vipps.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The other value a {@link RulesSwitches switch} is meant to be tried with, where its type does not tell. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Other {
    /** In the form configuration is written in. */
    String value();
}
