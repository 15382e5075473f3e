/** The sandbox's state and what changes it. Everything that changes a merchant's state goes through {@link MerchantState}. */
package dev.kvitt.sandbox.domain;
