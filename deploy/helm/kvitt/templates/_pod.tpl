{{- /* What every pod of the chart is, whatever it runs. */}}
{{- define "kvitt.podSecurity" -}}
# Nothing here talks to Kubernetes.
automountServiceAccountToken: false
# A release named kvitt would otherwise hand KVITT_… variables to everybody, which are read as settings.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  {{- with .Values.pods.userId }}
  runAsUser: {{ int . }}
  {{- end }}
  {{- with .Values.pods.groupId }}
  runAsGroup: {{ int . }}
  fsGroup: {{ int . }}
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.pods.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.pods.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pods.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "kvitt.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end }}
