/** The merchants' APIs over HTTP: shapes, headers and errors as Vipps MobilePay documents them. */
package dev.kvitt.sandbox.api;
