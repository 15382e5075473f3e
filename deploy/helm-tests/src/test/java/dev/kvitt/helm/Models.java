package dev.kvitt.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.Map;
import java.util.Set;

/** Kubernetes' own models, which take no field that is unknown, missing or of another type. */
final class Models {

    /** Not Kubernetes' own: the Prometheus operator's. */
    static final Set<String> FOREIGN =
            Set.of("monitoring.coreos.com/v1 ServiceMonitor", "monitoring.coreos.com/v1 PrometheusRule");

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("apps/v1 Deployment", V1Deployment.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class),
            Map.entry("batch/v1 CronJob", V1CronJob.class),
            Map.entry("batch/v1 Job", V1Job.class),
            Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("v1 ConfigMap", V1ConfigMap.class),
            Map.entry("v1 Pod", V1Pod.class),
            Map.entry("v1 Service", V1Service.class),
            Map.entry("v1 ServiceAccount", V1ServiceAccount.class));

    private Models() {}

    static String type(Manifest manifest) {
        return manifest.tree().get("apiVersion") + " " + manifest.kind();
    }

    /** Throws when the document is not what Kubernetes takes under its kind and version. */
    static void check(Manifest manifest) {
        var model = MODELS.get(type(manifest));
        if (model == null) {
            throw new IllegalArgumentException("No model for " + type(manifest));
        }
        var taken = JSON.getGson().fromJson(json(manifest.tree()), model);
        if (taken == null) {
            throw new IllegalArgumentException("empty: " + manifest);
        }
    }

    private static String json(Map<String, Object> tree) {
        try {
            return new ObjectMapper().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
