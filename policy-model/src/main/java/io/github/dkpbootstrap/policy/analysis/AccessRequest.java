// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.InvalidPolicyException;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One request, as policies see it: who asks for which action on which resource, and in what context.
 *
 * <pre>{@code
 * AccessRequest.builder()
 *         .caller(Caller.roleSession("arn:aws:iam::123456789012:role/dkp-bootstrapper-role", "test"))
 *         .action("iam:CreateServiceLinkedRole")
 *         .resource("arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS")
 *         .contextKey("iam:AWSServiceName", "ecs.amazonaws.com")
 *         .build();
 * }</pre>
 */
@ValueStyle
@Value.Immutable
public interface AccessRequest {
    /** Returns who asks. */
    Caller caller();

    /** Returns the action, {@code service:Name}, without wildcards. */
    String action();

    /** Returns the ARN of the resource, or {@code *} for an action that has none. */
    String resource();

    /** Returns the account that owns the resource; nothing means the one in its ARN, or else the caller's. */
    Optional<String> resourceAccount();

    /**
     * Returns the context: condition keys and their values in the request. A key that is not in the map is absent from
     * the request. Upper and lower case of keys do not matter. Nothing is added to it: a policy that asks for
     * {@code aws:PrincipalArn} needs it here. Left out of {@code toString}, as it can hold an external id.
     */
    @Value.Redacted
    Map<String, List<String>> context();

    /** Returns a builder; caller, action and resource are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the action and the keys. */
    @Value.Check
    default void check() {
        if (!action().matches("[^:*?\\s]+:[^*?\\s]+")) {
            throw new InvalidPolicyException(
                    Wording.quoted(action()) + " is no action of a request: expected service:Name");
        }
        Set<String> seen = new HashSet<>();
        for (String key : context().keySet()) {
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                throw new InvalidPolicyException("The context key " + Wording.quoted(key) + " is given twice");
            }
        }
    }

    /** Builds an {@link AccessRequest}. Not thread-safe. */
    final class Builder extends ImmutableAccessRequest.Builder {
        Builder() {}

        /** Puts a context key with its values. */
        public Builder contextKey(String key, String... values) {
            return putContext(key, List.of(values));
        }
    }
}
