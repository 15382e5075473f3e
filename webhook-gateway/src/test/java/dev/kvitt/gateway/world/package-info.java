/** What stands around the gateway in its tests: Vipps, checkin-service's keys, topics, the log. */
package dev.kvitt.gateway.world;
