package dev.kvitt.operations.security;

import java.util.Set;

/** @param name under which what they decide is recorded */
public record Person(String name, Set<Role> roles) {}
