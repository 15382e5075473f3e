/**
 * Who exists in an installation: merchants, their sales units at Vipps MobilePay, shops, tills and QR codes. Read once
 * at start from one YAML file that is checked as a whole; secrets are referred to, never written there.
 */
package dev.kvitt.registry;
