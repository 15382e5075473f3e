/** Where our words meet Vipps' words: its clients by our sales units, its answers as our facts. */
package dev.kvitt.registry.vipps;
