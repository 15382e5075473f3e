package dev.kvitt.gateway.world;

import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole gateway on real Kafka and PostgreSQL. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(GatewayWorld.class)
public @interface GatewayTest {}
