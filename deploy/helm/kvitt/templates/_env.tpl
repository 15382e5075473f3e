{{- /* A Secret's value as an environment variable. Arguments: variable, secretName, key. */}}
{{- define "kvitt.fromSecret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secretName }}
      key: {{ .key }}
{{- end }}

{{- /* Which Secret holds somebody's user at Kafka. Arguments: root, own (may be empty). */}}
{{- define "kvitt.kafkaSecret" -}}
{{- $kafka := .root.Values.kafka -}}
{{- .own | default (ternary $kafka.sasl.secretName $kafka.mtls.secretName (hasPrefix "SASL" $kafka.securityProtocol)) -}}
{{- end }}

{{- /* How Kafka is reached: what stands between the quotes of kvitt.kafka.properties."…" is Kafka's own. Arguments: root, own. */}}
{{- define "kvitt.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $secret := include "kvitt.kafkaSecret" . -}}
- name: KVITT_KAFKA_BOOTSTRAP
  value: {{ $kafka.bootstrap | quote }}
- name: KVITT_KAFKA_PROPERTIES__SECURITY_PROTOCOL_
  value: {{ $kafka.securityProtocol }}
{{- if and $kafka.ca.secretName (hasSuffix "SSL" $kafka.securityProtocol) }}
- name: KVITT_KAFKA_PROPERTIES__SSL_TRUSTSTORE_TYPE_
  value: PEM
- name: KVITT_KAFKA_PROPERTIES__SSL_TRUSTSTORE_LOCATION_
  value: /etc/kvitt/kafka/ca.crt
{{- end }}
{{- if hasPrefix "SASL" $kafka.securityProtocol }}
- name: KVITT_KAFKA_PROPERTIES__SASL_MECHANISM_
  value: {{ $kafka.sasl.mechanism }}
{{ include "kvitt.fromSecret" (dict "variable" "KVITT_KAFKA_PROPERTIES__SASL_JAAS_CONFIG_" "secretName" $secret "key" $kafka.sasl.key) }}
{{- end }}
{{- if $kafka.mtls.enabled }}
{{- $certificate := ternary $kafka.mtls.secretName $secret (hasPrefix "SASL" $kafka.securityProtocol) }}
- name: KVITT_KAFKA_PROPERTIES__SSL_KEYSTORE_TYPE_
  value: PEM
{{ include "kvitt.fromSecret" (dict "variable" "KVITT_KAFKA_PROPERTIES__SSL_KEYSTORE_CERTIFICATE_CHAIN_" "secretName" $certificate "key" $kafka.mtls.certificateKey) }}
{{ include "kvitt.fromSecret" (dict "variable" "KVITT_KAFKA_PROPERTIES__SSL_KEYSTORE_KEY_" "secretName" $certificate "key" $kafka.mtls.privateKeyKey) }}
{{- end }}
{{- end }}

{{- /* An address of PostgreSQL with how it is trusted. Arguments: root, url. */}}
{{- define "kvitt.jdbcUrl" -}}
{{- $tls := .root.Values.postgresql.tls -}}
{{- $url := printf "%s%ssslmode=%s" .url (ternary "&" "?" (contains "?" .url)) $tls.mode -}}
{{- if and $tls.ca.secretName (ne $tls.mode "disable") }}{{ $url = printf "%s&sslrootcert=/etc/kvitt/postgresql/ca.crt" $url }}{{ end -}}
{{- $url | quote -}}
{{- end }}

{{- /* Where a service's store is. Arguments: root, name, service. */}}
{{- define "kvitt.databaseEnv" -}}
{{- $database := .service.database -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ include "kvitt.jdbcUrl" (dict "root" .root "url" $database.url) }}
{{ include "kvitt.fromSecret" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "secretName" $database.secretName "key" $database.usernameKey) }}
{{ include "kvitt.fromSecret" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "secretName" $database.secretName "key" $database.passwordKey) }}
{{- with $database.ownerSecret }}
{{ include "kvitt.fromSecret" (dict "variable" "QUARKUS_FLYWAY_USERNAME" "secretName" . "key" $database.usernameKey) }}
{{ include "kvitt.fromSecret" (dict "variable" "QUARKUS_FLYWAY_PASSWORD" "secretName" . "key" $database.passwordKey) }}
{{- end }}
{{- if include "kvitt.hasLoops" . }}
- name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE
  value: {{ $database.poolSize | int | quote }}
# As the user above: no password stands in it.
- name: KVITT_DB_DIRECT_URL
  value: {{ include "kvitt.jdbcUrl" (dict "root" .root "url" ($database.directUrl | default $database.url)) }}
{{- else }}
- name: KVITT_GATEWAY_DB_CONNECTIONS
  value: {{ $database.poolSize | int | quote }}
{{- end }}
{{- end }}

{{- /* What only this service is told. Arguments: root, name. */}}
{{- define "kvitt.ownEnv" -}}
{{- $values := .root.Values -}}
{{- if ne .name "checkin-service" }}
- name: KVITT_CHECKIN_URL
  value: {{ include "kvitt.url" (dict "root" .root "name" "checkin-service") | quote }}
{{- end }}
{{- if ne .name "webhook-gateway" }}
- name: KVITT_OPERATORS_TOKEN_FILE
  value: /etc/kvitt/secrets/operators-token
{{- end }}
{{- if has .name (list "checkin-service" "capture-service") }}
- name: KVITT_INTERNAL_TOKEN_FILE
  value: /etc/kvitt/secrets/internal-token
{{- end }}
{{- if eq .name "webhook-gateway" }}
- name: KVITT_GATEWAY_PUBLIC_URL
  value: {{ $values.gateway.publicUrl | quote }}
- name: KVITT_GATEWAY_KEY_FILE
  value: /etc/kvitt/secrets/gateway-key
{{- else if eq .name "checkin-service" }}
- name: KVITT_CHECKIN_KEY_FILE
  value: /etc/kvitt/secrets/checkin-key
{{- if $values.ingress.pages.enabled }}
- name: KVITT_CHECKIN_PUBLIC_URL
  value: {{ printf "https://%s" $values.ingress.pages.host | quote }}
# The ingress controller says who looks; nobody else but Kvitt's own services reaches this service.
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
{{- end }}
{{- if $values.secrets.sealToken.secretName }}
- name: KVITT_CHECKIN_SEAL_TOKEN_FILE
  value: /etc/kvitt/secrets/seal-token
{{- end }}
{{- range $values.secrets.codeTokens }}
{{- $variable := .name | upper | replace "-" "_" }}
- name: KVITT_CHECKIN_CODE_TOKENS__{{ $variable }}__TOKEN_FILE
  value: /etc/kvitt/secrets/code-token-{{ .name }}
- name: KVITT_CHECKIN_CODE_TOKENS__{{ $variable }}__SALES_UNITS
  value: {{ join "," .salesUnits | quote }}
{{- end }}
{{- range $values.secrets.merchantTokens }}
{{- $variable := .name | upper | replace "-" "_" }}
- name: KVITT_CUSTOMERS_TOKENS__{{ $variable }}__TOKEN_FILE
  value: /etc/kvitt/secrets/merchant-{{ .name }}
- name: KVITT_CUSTOMERS_TOKENS__{{ $variable }}__MERCHANTS
  value: {{ join "," .merchants | quote }}
{{- end }}
{{- else if eq .name "capture-service" }}
- name: KVITT_RETURN_URL
  value: {{ $values.returnUrl | quote }}
{{- else if eq .name "payment-service" }}
{{- with $values.secrets.apiToken }}
{{- if .secretName }}
{{ include "kvitt.fromSecret" (dict "variable" "KVITT_API_TOKEN" "secretName" .secretName "key" .key) }}
{{- end }}
{{- end }}
{{- range $values.secrets.apiTokens }}
{{- $variable := .name | upper | replace "-" "_" }}
{{ include "kvitt.fromSecret" (dict "variable" (printf "KVITT_API_TOKENS__%s__TOKEN" $variable) "secretName" .secretName "key" .key) }}
- name: KVITT_API_TOKENS__{{ $variable }}__SALES_UNITS
  value: {{ join "," .salesUnits | quote }}
{{- with .tills }}
- name: KVITT_API_TOKENS__{{ $variable }}__TILLS
  value: {{ join "," . | quote }}
{{- end }}
{{- with .permissions }}
- name: KVITT_API_TOKENS__{{ $variable }}__PERMISSIONS
  value: {{ join "," . | quote }}
{{- end }}
{{- with .refundLimit }}
- name: KVITT_API_TOKENS__{{ $variable }}__REFUND_LIMIT
  value: {{ . | int64 | quote }}
{{- end }}
{{- end }}
{{- else if eq .name "operations-service" }}
{{- include "kvitt.operationsEnv" .root }}
{{- end }}
{{- end }}

{{- /* Whom operations-service asks, and who may ask it. Argument: the root. */}}
{{- define "kvitt.operationsEnv" -}}
{{- $root := . }}
{{- range list "webhook-gateway" "checkin-service" "payment-service" "capture-service" "receipt-service" }}
- name: KVITT_SERVICES_{{ . | upper | replace "-" "_" }}_URL
  value: {{ include "kvitt.url" (dict "root" $root "name" .) | quote }}
{{- end }}
{{- range .Values.secrets.operationsTokens }}
{{- $variable := .name | upper | replace "-" "_" }}
- name: KVITT_OPERATIONS_TOKENS__{{ $variable }}__TOKEN_FILE
  value: /etc/kvitt/secrets/operations-token-{{ .name }}
- name: KVITT_OPERATIONS_TOKENS__{{ $variable }}__ROLES
  value: {{ join "," .roles | quote }}
{{- end }}
{{- if .Values.reconciliation.cronJob.enabled }}
- name: KVITT_RECONCILIATION_HOURLY
  value: "false"
- name: KVITT_OPERATIONS_TOKENS__RECONCILIATION__TOKEN_FILE
  value: /etc/kvitt/secrets/reconciliation-token
- name: KVITT_OPERATIONS_TOKENS__RECONCILIATION__ROLES
  value: finance
{{- end }}
{{- if .Values.ingress.operators.enabled }}
- name: KVITT_OPERATIONS_PUBLIC_URL
  value: {{ printf "https://%s" .Values.ingress.operators.host | quote }}
# The ingress controller says that browsers come by https, and under which name: the issuer sends them back there.
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST
  value: "true"
{{- end }}
{{- with .Values.operations.oidc }}
{{- if .enabled }}
- name: KVITT_OPERATIONS_OIDC_ENABLED
  value: "true"
- name: KVITT_OPERATIONS_OIDC_ROLES_CLAIM
  value: {{ .rolesClaim | quote }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ .issuerUrl | quote }}
- name: QUARKUS_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
{{ include "kvitt.fromSecret" (dict "variable" "QUARKUS_OIDC_CREDENTIALS_SECRET" "secretName" .clientSecret.secretName "key" .clientSecret.key) }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Everything a service is told. Arguments: root, name, service. */}}
{{- define "kvitt.env" -}}
- name: KVITT_REGISTRY
  value: /etc/kvitt/registry/registry.yaml
- name: KVITT_VIPPS_BASE_URL
  value: {{ .root.Values.vipps.baseUrl | quote }}
{{- if .root.Values.vipps.allowPlainHttp }}
- name: KVITT_VIPPS_ALLOW_PLAIN_HTTP
  value: "true"
{{- end }}
{{ include "kvitt.kafkaEnv" (dict "root" .root "own" .service.kafkaSecret) }}
{{ include "kvitt.databaseEnv" . }}
{{- include "kvitt.ownEnv" . }}
{{- with .root.Values.monitoring.tracing }}
{{- if .endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
# By the trace's id alone, so that all services choose the same sales.
- name: OTEL_TRACES_SAMPLER
  value: traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ .share | toString | quote }}
{{- end }}
{{- end }}
{{- range $variable, $value := .service.env }}
- name: {{ $variable }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}
