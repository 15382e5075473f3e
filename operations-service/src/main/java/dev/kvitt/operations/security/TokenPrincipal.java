package dev.kvitt.operations.security;

import java.security.Principal;

/**
 * A program that showed a token of the configuration: nobody whom an issuer or a list of users calls the same.
 *
 * @param name of the token, by the operator's choice
 */
public record TokenPrincipal(String name) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
