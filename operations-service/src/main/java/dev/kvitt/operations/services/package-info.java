/** Calls to the operators' doors of the other services. One that is away is told as such and spoils no answer. */
package dev.kvitt.operations.services;
