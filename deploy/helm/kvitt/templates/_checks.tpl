{{- /* What the schema cannot say. Every refusal tells what to do. */}}
{{- define "kvitt.checks" -}}
{{- $values := .Values }}
{{- $kafka := .Values.kafka }}
{{- if and (contains "PLAINTEXT" $kafka.securityProtocol) (not $kafka.allowPlaintext) }}
{{- fail (printf "kafka.securityProtocol is %s: whoever can reach the brokers could ask for refunds. Use SASL_SSL or SSL, or set kafka.allowPlaintext for a trial." $kafka.securityProtocol) }}
{{- end }}
{{- if and $kafka.mtls.enabled (not (hasSuffix "SSL" $kafka.securityProtocol)) }}
{{- fail "kafka.mtls.enabled needs kafka.securityProtocol SSL or SASL_SSL." }}
{{- end }}
{{- if eq (empty $values.registry.content) (empty $values.registry.existingConfigMap) }}
{{- fail "Say who exists: either registry.content (--set-file registry.content=registry.yaml) or registry.existingConfigMap." }}
{{- end }}
{{- with (fromYaml $values.registry.content).Error }}
{{- fail (printf "registry.content is no YAML: %s" .) }}
{{- end }}
{{- range (fromYaml $values.registry.content).merchants }}
{{- range .salesUnits }}
{{- $msn := .msn }}
{{- range $field, $reference := .keys }}
{{- if not (regexMatch "^(env|file):" (toString $reference)) }}
{{- fail (printf "registry.content: %s of sales unit %s is no reference (file:… or env:…). A key must never stand in the registry: put it into a Secret." $field $msn) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq $values.postgresql.tls.mode "disable") (not $values.postgresql.tls.allowPlaintext) }}
{{- fail "postgresql.tls.mode is disable: passwords and sales would go in clear. Use verify-full, or set postgresql.tls.allowPlaintext for a trial." }}
{{- end }}
{{- if and (hasPrefix "verify" $values.postgresql.tls.mode) (not $values.postgresql.tls.ca.secretName) }}
{{- fail (printf "postgresql.tls.mode %s needs postgresql.tls.ca.secretName: who signed the server's certificate?" $values.postgresql.tls.mode) }}
{{- end }}
{{- if and (hasPrefix "http:" $values.vipps.baseUrl) (not $values.vipps.allowPlainHttp) }}
{{- fail "vipps.baseUrl is plain http: the merchants' keys would go in clear. Use https, or set vipps.allowPlainHttp for a sandbox in the cluster." }}
{{- end }}
{{- if and (eq (int $values.rollout.maxSurge) 0) (eq (int $values.rollout.maxUnavailable) 0) }}
{{- fail "rollout.maxSurge and rollout.maxUnavailable are both 0: no upgrade could ever begin." }}
{{- end }}
{{- if and $values.reconciliation.cronJob.enabled (not $values.reconciliation.cronJob.token.secretName) }}
{{- fail "reconciliation.cronJob needs reconciliation.cronJob.token.secretName: operations-service lets nobody in without a token." }}
{{- end }}
{{- range $values.secrets.operationsTokens }}
{{- if and $values.reconciliation.cronJob.enabled (eq .name "reconciliation") }}
{{- fail "secrets.operationsTokens: reconciliation is the name of reconciliation.cronJob's own token. Use another one." }}
{{- end }}
{{- end }}
{{- range $name, $service := $values.services }}
{{- $with := dict "root" $ "name" $name "service" $service }}
{{- if and (hasPrefix "SASL" $kafka.securityProtocol) (not (include "kvitt.kafkaSecret" (dict "root" $ "own" $service.kafkaSecret))) }}
{{- fail (printf "%s has no user at Kafka: set kafka.sasl.secretName, or services.%s.kafkaSecret." $name $name) }}
{{- end }}
{{- if and $kafka.mtls.enabled (not (hasPrefix "SASL" $kafka.securityProtocol)) (not ($service.kafkaSecret | default $kafka.mtls.secretName)) }}
{{- fail (printf "%s has no certificate for Kafka: set kafka.mtls.secretName, or services.%s.kafkaSecret." $name $name) }}
{{- end }}
{{- if and (include "kvitt.hasLoops" $with) (gt (int (include "kvitt.mostPods" $with)) (int $kafka.partitions)) }}
{{- fail (printf "%s may have %s pods at one time, and a topic has %d partitions: the rest would never be ready. Fewer replicas, or a smaller rollout.maxSurge." $name (include "kvitt.mostPods" $with) (int $kafka.partitions)) }}
{{- end }}
{{- range fromYamlArray (include "kvitt.env" (dict "root" $ "name" $name "service" (omit $service "env"))) }}
{{- if hasKey ($service.env | default dict) .name }}
{{- fail (printf "services.%s.env.%s: the chart itself sets this variable. Use the value that it is made from." $name .name) }}
{{- end }}
{{- end }}
{{- if not (hasKey $values.postgresql.servers $service.database.server) }}
{{- fail (printf "services.%s.database.server %s is none of postgresql.servers." $name $service.database.server) }}
{{- end }}
{{- end }}
{{- include "kvitt.checkConnections" . }}
{{- end }}

{{- /* PostgreSQL refuses one connection too many, whoever asks for it: the relay, a till's cancel, a backup. */}}
{{- define "kvitt.checkConnections" -}}
{{- range $server, $limit := .Values.postgresql.servers }}
{{- $sum := 0 }}
{{- $terms := list }}
{{- range $name, $service := $.Values.services }}
{{- if eq $service.database.server $server }}
{{- $with := dict "root" $ "name" $name "service" $service }}
{{- $each := int $service.database.poolSize }}
{{- if include "kvitt.hasLoops" $with }}{{ $each = add $each 1 }}{{ end }}
{{- $pods := int (include "kvitt.mostPods" $with) }}
{{- $sum = add $sum (mul $each $pods) }}
{{- $terms = append $terms (printf "%s %d pods × %d" $name $pods $each) }}
{{- end }}
{{- end }}
{{- $free := sub (int $limit.maxConnections) (int $limit.reserved) }}
{{- if gt $sum $free }}
{{- fail (printf "The pools do not fit into PostgreSQL server %s: %s is %d connections, and maxConnections − reserved is %d. Raise max_connections there and here, or lower poolSize, replicas or rollout.maxSurge." $server (join ", " $terms) $sum $free) }}
{{- end }}
{{- end }}
{{- end }}
