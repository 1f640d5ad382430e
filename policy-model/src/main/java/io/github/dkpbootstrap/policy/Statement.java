// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * One statement of a {@link PolicyDocument}: an effect on the requests that its elements match.
 *
 * <pre>{@code
 * Statement.builder()
 *         .effect(Effect.ALLOW)
 *         .actions("iam:CreateServiceLinkedRole")
 *         .resources("arn:*:iam::*:role/aws-service-role/*")
 *         .condition(ConditionOperator.STRING_LIKE, "iam:AWSServiceName", "spot.amazonaws.com")
 *         .build();
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
@ValueStyle
@Value.Immutable
public interface Statement {
    /** Returns the id of the statement. IAM wants letters and digits, unique in the document; others allow more. */
    Optional<PolicyString> sid();

    /** Returns what the statement does with the requests that it matches. */
    Effect effect();

    /** Returns who the statement speaks of; only in resource and trust policies. */
    Optional<Principal> principal();

    /** Returns who the statement does not speak of; excludes {@link #principal()}. */
    Optional<Principal> notPrincipal();

    /** Returns the actions that the statement matches; excludes {@link #notActions()}, and one of the two is there. */
    Optional<OneOrMore<ActionPattern>> actions();

    /** Returns the actions that the statement does not match. */
    Optional<OneOrMore<ActionPattern>> notActions();

    /** Returns the resources that the statement matches; excludes {@link #notResources()}; neither in a trust policy. */
    Optional<OneOrMore<ResourcePattern>> resources();

    /** Returns the resources that the statement does not match. */
    Optional<OneOrMore<ResourcePattern>> notResources();

    /** Returns the conditions, all of which must hold; no two with the same operator and key. */
    List<Condition> conditions();

    /** Returns a builder; {@link #effect()} and the actions are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts as a copy of this statement. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns this statement with each intrinsic that {@code resolver} knows replaced by its text. */
    default Statement resolve(Function<Intrinsic, Optional<String>> resolver) {
        return new IntrinsicResolution(resolver).statement(this);
    }

    /** Checks what excludes each other. */
    @Value.Check
    default void check() {
        exactlyOne(actions().isPresent(), notActions().isPresent(), "Action", "NotAction");
        notBoth(resources().isPresent(), notResources().isPresent(), "Resource", "NotResource");
        notBoth(principal().isPresent(), notPrincipal().isPresent(), "Principal", "NotPrincipal");
        Set<String> seen = new HashSet<>();
        for (Condition condition : conditions()) {
            if (!seen.add(condition.operator().text() + ' ' + condition.key().toLowerCase(Locale.ROOT))) {
                throw new InvalidPolicyException(
                        "Two conditions of one statement use %s on the key %s: put their values into one"
                                .formatted(condition.operator(), MessageText.name(condition.key())));
            }
        }
    }

    private static void exactlyOne(boolean one, boolean other, String name, String otherName) {
        notBoth(one, other, name, otherName);
        if (!one && !other) {
            throw new InvalidPolicyException("A statement needs " + name + " or " + otherName);
        }
    }

    private static void notBoth(boolean one, boolean other, String name, String otherName) {
        if (one && other) {
            throw new InvalidPolicyException("A statement has either " + name + " or " + otherName + ", not both");
        }
    }

    /**
     * Builds a {@link Statement}. Methods in the singular ({@code action}, {@code resource}) write one value without
     * brackets, those in the plural a list. Not thread-safe.
     */
    final class Builder extends ImmutableStatement.Builder {
        Builder() {}

        /** Sets the id of the statement. */
        public Builder sid(String sid) {
            return sid(PolicyString.of(sid));
        }

        /** Sets one action, written without brackets. */
        public Builder action(String action) {
            return actions(OneOrMore.one(ActionPattern.of(action)));
        }

        /** Sets the list of actions. */
        public Builder actions(String... actions) {
            return actions(list(ActionPattern::of, actions));
        }

        /** Sets the list of actions that are not matched. */
        public Builder notActions(String... actions) {
            return notActions(list(ActionPattern::of, actions));
        }

        /** Sets one resource, written without brackets. */
        public Builder resource(String resource) {
            return resources(OneOrMore.one(ResourcePattern.of(resource)));
        }

        /** Sets the list of resources. */
        public Builder resources(String... resources) {
            return resources(list(ResourcePattern::of, resources));
        }

        /** Sets the list of resources that are not matched. */
        public Builder notResources(String... resources) {
            return notResources(list(ResourcePattern::of, resources));
        }

        /** Adds a condition on one value, written without brackets. */
        public Builder condition(ConditionOperator operator, String key, String value) {
            return addConditions(Condition.of(operator, key, value));
        }

        /** Adds a condition on a list of values. */
        public Builder condition(ConditionOperator operator, String key, List<String> values) {
            return addConditions(Condition.of(operator, key, values));
        }

        private static <T> OneOrMore<T> list(Function<String, T> factory, String... texts) {
            return OneOrMore.list(Arrays.stream(texts).map(factory).collect(Collectors.toList()));
        }
    }
}
