#!/bin/sh
# Who may do what on Kafka. Made from TopicUser by ./mvnw -pl local-stack -am test -Dtest='AclFilesTest,DatabaseRolesTest' -Dsurefire.failIfNoSpecifiedTests=false -Ddeploy.write
#
# usage: acls.sh BOOTSTRAP [COMMAND-CONFIG]
#   BOOTSTRAP        host:port of a broker
#   COMMAND-CONFIG   file of client settings of somebody who may change access rules
# KVITT_POINTS_OF_SALE   which topic each point of sale's principal writes to, as topic=principal,
#                        separated by blanks; "pos.sales=point-of-sale" unless set. The topics are those
#                        of pointOfSaleTopics in the registry. It reads in consumer groups that are called
#                        "principal." and whatever it likes.
# KAFKA_ACLS             Kafka's program, "kafka-acls.sh" unless set
#
# Rules are added, never taken away: what somebody may no longer do is to be removed by hand.
set -eu
bootstrap=${1:?"say where Kafka is, as host:port"}
points_of_sale=${KVITT_POINTS_OF_SALE:-pos.sales=point-of-sale}

allow() {
  "${KAFKA_ACLS:-kafka-acls.sh}" --bootstrap-server "$bootstrap" ${config:+--command-config "$config"} \
    --add --allow-principal "$@"
}
config=${2:-}

# webhook-gateway
allow "User:webhook-gateway" --operation Write --topic "vipps.payments" --topic "vipps.checkins" --topic "quarantine"

# checkin-service
allow "User:checkin-service" --operation Write --topic "checkin.events" --topic "quarantine"
allow "User:checkin-service" --operation Read --topic "pos.http" --topic "vipps.checkins" --topic "payment.events" --topic "operator.commands"
allow "User:checkin-service" --operation DescribeConfigs --topic "pos.http" --topic "vipps.checkins" --topic "payment.events" --topic "operator.commands"
allow "User:checkin-service" --operation Read --group "checkin-service"

# payment-service
allow "User:payment-service" --operation Write --topic "pos.http" --topic "vipps.payments" --topic "payment.commands" --topic "payment.events" --topic "quarantine"
allow "User:payment-service" --operation Read --topic "pos.http" --topic "vipps.payments" --topic "checkin.events" --topic "payment.results" --topic "receipt.events" --topic "payment.events" --topic "operator.commands"
allow "User:payment-service" --operation DescribeConfigs --topic "pos.http" --topic "vipps.payments" --topic "checkin.events" --topic "payment.results" --topic "receipt.events" --topic "payment.events" --topic "operator.commands"
allow "User:payment-service" --operation Read --group "payment-service"

# capture-service
allow "User:capture-service" --operation Write --topic "payment.results" --topic "quarantine"
allow "User:capture-service" --operation Read --topic "payment.commands" --topic "operator.commands"
allow "User:capture-service" --operation DescribeConfigs --topic "payment.commands" --topic "operator.commands"
allow "User:capture-service" --operation Read --group "capture-service"

# receipt-service
allow "User:receipt-service" --operation Write --topic "receipt.events" --topic "quarantine"
allow "User:receipt-service" --operation Read --topic "payment.events" --topic "operator.commands"
allow "User:receipt-service" --operation DescribeConfigs --topic "payment.events" --topic "operator.commands"
allow "User:receipt-service" --operation Read --group "receipt-service"

# operations-service
allow "User:operations-service" --operation Write --topic "operator.commands" --topic "quarantine"
allow "User:operations-service" --operation Read --topic "pos.http" --topic "vipps.payments" --topic "vipps.checkins" --topic "checkin.events" --topic "payment.commands" --topic "payment.results" --topic "payment.events" --topic "receipt.events" --topic "operator.commands" --topic "quarantine"
allow "User:operations-service" --operation DescribeConfigs --topic "pos.http" --topic "vipps.payments" --topic "vipps.checkins" --topic "checkin.events" --topic "payment.commands" --topic "payment.results" --topic "payment.events" --topic "receipt.events" --topic "operator.commands" --topic "quarantine"
allow "User:operations-service" --operation Read --group "operations-service"
allow "User:operations-service" --operation Describe --group "checkin-service"
allow "User:operations-service" --operation Describe --group "payment-service"
allow "User:operations-service" --operation Describe --group "capture-service"
allow "User:operations-service" --operation Describe --group "receipt-service"

# points of sale, each at its own topic
for pair in $points_of_sale; do
  topic=${pair%%=*}
  principal=${pair#*=}
  allow "User:$principal" --operation Write --topic "$topic"
  allow "User:$principal" --operation Read --topic "payment.events" --topic "receipt.events"
  allow "User:$principal" --operation Read --group "$principal." --resource-pattern-type prefixed
  allow "User:checkin-service" --operation Read --topic "$topic"
  allow "User:checkin-service" --operation DescribeConfigs --topic "$topic"
  allow "User:payment-service" --operation Read --topic "$topic"
  allow "User:payment-service" --operation DescribeConfigs --topic "$topic"
  allow "User:operations-service" --operation Read --topic "$topic"
  allow "User:operations-service" --operation DescribeConfigs --topic "$topic"
done
