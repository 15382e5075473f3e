package dev.kvitt.operations.support;

import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The whole service on a real Kafka and PostgreSQL, and no Vipps unless a test brings one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "operations"))
@QuarkusTestResource(OperationsTestResource.class)
@QuarkusTestResource(AccessTestResource.class)
public @interface OperationsTest {}
