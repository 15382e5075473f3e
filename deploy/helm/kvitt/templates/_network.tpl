{{- define "kvitt.egressDns" -}}
- to:
    {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
{{- end }}

{{- /* To the given peers, or anywhere, on the given ports. */}}
{{- define "kvitt.egressTo" -}}
- ports:
    {{- range .ports }}
    - {protocol: TCP, port: {{ int . }}}
    {{- end }}
  {{- with .to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "kvitt.egressVipps" -}}
{{- $vipps := .Values.networkPolicy.vipps -}}
- ports:
    - {protocol: TCP, port: {{ int $vipps.port }}}
  to:
    {{- range $vipps.cidrs }}
    - ipBlock:
        cidr: {{ . | quote }}
        {{- if and $vipps.except (not (contains ":" .)) }}
        except:
          {{- toYaml $vipps.except | nindent 10 }}
        {{- end }}
    {{- end }}
{{- end }}

{{- /* A pod of this release as a peer. Arguments: root, name. */}}
{{- define "kvitt.peer" -}}
- podSelector:
    matchLabels:
      {{- include "kvitt.selector" . | nindent 6 }}
{{- end }}
