/** The sandbox against the contracts: Vipps' own specifications where they are, and our compact one always. */
package dev.kvitt.sandbox.contract;
