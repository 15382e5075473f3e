{{- /* No release name is long enough to push a service's name out of the 63 characters of a label. */}}
{{- define "kvitt.fullname" -}}
{{- $own := ternary .Release.Name (printf "%s-kvitt" .Release.Name) (contains "kvitt" .Release.Name) -}}
{{- .Values.fullnameOverride | default $own | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{- /* What tells the pods of one part from all others. Arguments: root, name. */}}
{{- define "kvitt.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- /* All pods of this release. */}}
{{- define "kvitt.ours" -}}
app.kubernetes.io/part-of: kvitt
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "kvitt.labels" -}}
{{ include "kvitt.selector" . }}
app.kubernetes.io/part-of: kvitt
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "kvitt.image" -}}
{{ printf "%s/%s:%s" .root.Values.image.repository .name (.root.Values.image.tag | default .root.Chart.AppVersion) | quote }}
{{- end }}

{{- /* The address of a service inside the cluster. */}}
{{- define "kvitt.url" -}}
http://{{ include "kvitt.fullname" .root }}-{{ .name }}:8080
{{- end }}

{{- /* The most pods of a service at one time: its replicas, and those that an upgrade starts beside them. */}}
{{- define "kvitt.mostPods" -}}
{{- $replicas := ternary .service.autoscaling.maxReplicas .service.replicas .service.autoscaling.enabled -}}
{{- add $replicas .root.Values.rollout.maxSurge -}}
{{- end }}

{{- /* The gateway keeps its few rows with Panache; all others have inbox, outbox, timers and a connection for the relay. */}}
{{- define "kvitt.hasLoops" -}}
{{- if ne .name "webhook-gateway" }}true{{ end -}}
{{- end }}
