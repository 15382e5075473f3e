/** Who may do what: tokens for programs, the installation's own login for people, or a list of users on a laptop. */
package dev.kvitt.operations.security;
