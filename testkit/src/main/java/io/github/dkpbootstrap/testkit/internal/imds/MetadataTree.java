// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.imds;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonNull;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.InstanceProfile;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an instance finds out about itself, by paths below {@code /latest}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html">Instance metadata</a>
 */
final class MetadataTree {
    static final String CREDENTIALS = "/meta-data/iam/security-credentials/";

    private final Instance instance;
    private final IamStore store;
    private final Gate gate;
    private final RoleCredentials credentials;

    MetadataTree(Instance instance, IamStore store, Gate gate, KeyRing keys) {
        this.instance = instance;
        this.store = store;
        this.gate = gate;
        this.credentials = new RoleCredentials(store.account(), keys);
    }

    /** Returns what is at a path; a slash at its end means nothing. */
    Optional<String> text(String path, Instant now) {
        Account account = store.account();
        return switch (path.replaceFirst("/$", "")) {
            case "/meta-data/instance-id" -> Optional.of(instance.id());
            case "/meta-data/placement/region" -> Optional.of(instance.region());
            case "/meta-data/placement/availability-zone" -> Optional.of(instance.availabilityZone());
            case "/meta-data/services/domain" -> Optional.of(account.urlSuffix());
            case "/meta-data/services/partition" -> Optional.of(account.partition());
            case "/dynamic/instance-identity/document" -> Optional.of(identityDocument(account));
            case "/meta-data/iam/info" -> instance.profile(now).map(profile -> info(profile, now));
            case "/meta-data/iam/security-credentials" -> role(now).map(Role::name);
            default ->
                role(now).filter(role -> path.equals(CREDENTIALS + role.name())).map(role -> credentials(role, now));
        };
    }

    private Optional<Role> role(Instant now) {
        return instance.profile(now).filter(this::exists).flatMap(InstanceProfile::role);
    }

    /** A profile of the same name that was made later is another one. */
    private boolean exists(InstanceProfile profile) {
        return store.profile(profile.name()).filter(profile::equals).isPresent();
    }

    private String info(InstanceProfile profile, Instant now) {
        if (!exists(profile)) {
            return failure("InstanceProfileNotFound", "Instance Profile cannot be found.", now);
        }
        Map<String, JsonValue> members = members("Success", now);
        if (profile.role().isEmpty()) {
            members.put("Message", JsonValue.of("Instance Profile does not contain a role."));
        }
        members.put("InstanceProfileArn", JsonValue.of(profile.arn()));
        members.put("InstanceProfileId", JsonValue.of(profile.id()));
        return json(members);
    }

    private String credentials(Role role, Instant now) {
        if (!gate.trusts(role, "ec2.amazonaws.com")
                && !gate.trusts(role, "ec2." + store.account().urlSuffix())) {
            return failure(
                    "AssumeRoleUnauthorizedAccess",
                    "EC2 cannot assume the role " + role.name() + ".  Please see documentation at "
                            + "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html.",
                    now);
        }
        AccessKey key = credentials.key(role, instance.id(), now);
        Map<String, JsonValue> members = members("Success", key.created());
        members.put("Type", JsonValue.of("AWS-HMAC"));
        members.put("AccessKeyId", JsonValue.of(key.id()));
        members.put("SecretAccessKey", JsonValue.of(key.secret()));
        members.put("Token", JsonValue.of(key.sessionToken().orElseThrow()));
        members.put("Expiration", JsonValue.of(RoleCredentials.end(key).toString()));
        return json(members);
    }

    private static String failure(String code, String message, Instant now) {
        Map<String, JsonValue> members = members(code, now);
        members.put("Message", JsonValue.of(message));
        return json(members);
    }

    private String identityDocument(Account account) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("accountId", JsonValue.of(account.id()));
        members.put("architecture", JsonValue.of("x86_64"));
        members.put("availabilityZone", JsonValue.of(instance.availabilityZone()));
        members.put("billingProducts", new JsonNull());
        members.put("imageId", JsonValue.of("ami-00000000000000000"));
        members.put("instanceId", JsonValue.of(instance.id()));
        members.put("instanceType", JsonValue.of("m5.large"));
        members.put("pendingTime", time(instance.launched()));
        members.put("privateIp", JsonValue.of("127.0.0.1"));
        members.put("region", JsonValue.of(instance.region()));
        members.put("version", JsonValue.of("2017-09-30"));
        return json(members);
    }

    private static Map<String, JsonValue> members(String code, Instant updated) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Code", JsonValue.of(code));
        members.put("LastUpdated", time(updated));
        return members;
    }

    private static JsonValue time(Instant time) {
        return JsonValue.of(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String json(Map<String, JsonValue> members) {
        return new JsonObject(members).toJson(JsonLayout.PRETTY);
    }
}
