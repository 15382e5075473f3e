{{- /* Which files of secrets/ a service reads, as JSON: name of the file to the place of its Secret. Arguments: root, name. */}}
{{- define "kvitt.secretFiles" -}}
{{- $secrets := .root.Values.secrets -}}
{{- $files := dict -}}
{{- if eq .name "webhook-gateway" }}
{{- $files = dict "gateway-key" $secrets.gatewayKey }}
{{- else if eq .name "capture-service" }}
{{- $files = dict "internal-token" $secrets.internalToken "operators-token" $secrets.operatorsToken }}
{{- else if ne .name "checkin-service" }}
{{- $files = dict "operators-token" $secrets.operatorsToken }}
{{- if eq .name "operations-service" }}
{{- range $secrets.operationsTokens }}{{ $files = set $files (printf "operations-token-%s" .name) . }}{{ end }}
{{- with .root.Values.reconciliation.cronJob }}
{{- if .enabled }}{{ $files = set $files "reconciliation-token" .token }}{{ end }}
{{- end }}
{{- end }}
{{- else }}
{{- $files = dict "checkin-key" $secrets.checkinKey "internal-token" $secrets.internalToken "operators-token" $secrets.operatorsToken }}
{{- if $secrets.sealToken.secretName }}{{ $files = set $files "seal-token" $secrets.sealToken }}{{ end }}
{{- range $secrets.codeTokens }}{{ $files = set $files (printf "code-token-%s" .name) . }}{{ end }}
{{- range $secrets.merchantTokens }}{{ $files = set $files (printf "merchant-%s" .name) . }}{{ end }}
{{- end }}
{{- $files | toJson -}}
{{- end }}

{{- define "kvitt.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: registry
  mountPath: /etc/kvitt/registry
  readOnly: true
{{- range $i, $secret := .root.Values.registry.merchantSecrets }}
- name: merchants-{{ $i }}
  mountPath: /etc/kvitt/merchants/{{ $secret }}
  readOnly: true
{{- end }}
{{- if fromJson (include "kvitt.secretFiles" .) }}
- name: secrets
  mountPath: /etc/kvitt/secrets
  readOnly: true
{{- end }}
{{ include "kvitt.caMount" .root }}
{{- if .root.Values.postgresql.tls.ca.secretName }}
- name: postgresql-ca
  mountPath: /etc/kvitt/postgresql
  readOnly: true
{{- end }}
{{- end }}

{{- define "kvitt.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
- name: registry
  configMap:
    name: {{ .root.Values.registry.existingConfigMap | default (printf "%s-registry" (include "kvitt.fullname" .root)) }}
    items:
      - key: {{ .root.Values.registry.key }}
        path: registry.yaml
{{- range $i, $secret := .root.Values.registry.merchantSecrets }}
- name: merchants-{{ $i }}
  secret:
    secretName: {{ $secret }}
    defaultMode: 0440
{{- end }}
{{- with fromJson (include "kvitt.secretFiles" .) }}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- range $file, $place := . }}
      - secret:
          name: {{ $place.secretName }}
          items:
            - key: {{ $place.key }}
              path: {{ $file }}
      {{- end }}
{{- end }}
{{ include "kvitt.caVolume" .root }}
{{- with .root.Values.postgresql.tls.ca }}
{{- if .secretName }}
- name: postgresql-ca
  secret:
    secretName: {{ .secretName }}
    items:
      - key: {{ .key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}

{{- define "kvitt.caMount" -}}
{{- if .Values.kafka.ca.secretName -}}
- name: kafka-ca
  mountPath: /etc/kvitt/kafka
  readOnly: true
{{- end }}
{{- end }}

{{- define "kvitt.caVolume" -}}
{{- with .Values.kafka.ca }}
{{- if .secretName -}}
- name: kafka-ca
  secret:
    secretName: {{ .secretName }}
    items:
      - key: {{ .key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}
