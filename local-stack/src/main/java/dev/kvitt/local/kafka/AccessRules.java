package dev.kvitt.local.kafka;

import dev.kvitt.events.TopicUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Kafka's access rules, made from {@link TopicUser}: what the local broker is given and what {@code deploy} says. */
public final class AccessRules {

    private static final int LIMIT_SECONDS = 30;

    private AccessRules() {}

    /**
     * What one user may do.
     *
     * @param principal the user's name at Kafka
     * @param pointsOfSale the topics that points of sale write to; of a point of sale the one it may write to
     */
    static List<AclBinding> of(TopicUser user, String principal, List<String> pointsOfSale) {
        List<AclBinding> rules = new ArrayList<>();
        user.reads(pointsOfSale)
                .forEach(topic -> rules.add(allow(principal, AclOperation.READ, ResourceType.TOPIC, topic)));
        if (user.isService()) {
            // To warn of topics that keep too few copies.
            user.reads(pointsOfSale)
                    .forEach(topic ->
                            rules.add(allow(principal, AclOperation.DESCRIBE_CONFIGS, ResourceType.TOPIC, topic)));
        }
        written(user, pointsOfSale)
                .forEach(topic -> rules.add(allow(principal, AclOperation.WRITE, ResourceType.TOPIC, topic)));
        if (!user.reads().isEmpty()) {
            rules.add(rule(principal, AclOperation.READ, groups(user, principal)));
        }
        observed(user).forEach(group -> rules.add(allow(principal, AclOperation.DESCRIBE, ResourceType.GROUP, group)));
        return rules;
    }

    /**
     * A service is one group. Others divide their reading as they like, in groups whose names begin with their own and a dot: without
     * it somebody called "payment" could take part in the reading of payment-service, and keep sales from it.
     */
    private static ResourcePattern groups(TopicUser user, String principal) {
        return user.isService()
                ? new ResourcePattern(ResourceType.GROUP, principal, PatternType.LITERAL)
                : new ResourcePattern(ResourceType.GROUP, principal + ".", PatternType.PREFIXED);
    }

    /** The other services' groups, for those who tell how far each has read. */
    static List<String> observed(TopicUser user) {
        return user == TopicUser.OPERATIONS_SERVICE
                ? Arrays.stream(TopicUser.values())
                        .filter(other -> other != user
                                && other.isService()
                                && !other.reads().isEmpty())
                        .map(TopicUser::principal)
                        .toList()
                : List.of();
    }

    private static List<String> written(TopicUser user, List<String> pointsOfSale) {
        return user == TopicUser.POINT_OF_SALE ? pointsOfSale : user.writes();
    }

    /** Gives every user its rules, under its own name. */
    static void create(String bootstrap, List<String> pointsOfSale) {
        List<AclBinding> rules = Arrays.stream(TopicUser.values())
                .flatMap(user -> of(user, user.principal(), pointsOfSale).stream())
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createAcls(rules).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka at " + bootstrap + " did not take its access rules", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while setting access rules", e);
        }
    }

    private static AclBinding allow(String principal, AclOperation operation, ResourceType type, String name) {
        return rule(principal, operation, new ResourcePattern(type, name, PatternType.LITERAL));
    }

    private static AclBinding rule(String principal, AclOperation operation, ResourcePattern what) {
        return new AclBinding(
                what, new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }
}
