// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * A condition key. Its name can have a placeholder, as in {@code aws:RequestTag/${TagKey}}: it then is the entry of every
 * key of that form. A few names of AWS have other placeholders: {@code s3:ExistingObjectTag/<key>},
 * {@code ssm:resourceTag/tag-key}, {@code glacier:ResourceTag/}.
 */
@ValueStyle
@Value.Immutable
public interface ConditionKeyEntry {
    /** Returns the name in AWS's own casing, with its prefix, such as {@code iam:PassedToService}. */
    @Value.Parameter
    String name();

    /** Returns the type of its values. */
    @Value.Parameter
    ConditionKeyType type();

    /** Returns whether a request can have several values for it, so that a condition needs a set prefix. */
    @Value.Parameter
    boolean isMultivalued();

    /** Returns what stands in front of the placeholder; the whole name if it has none. */
    default String fixedPart() {
        return name().substring(0, KeyName.of(name()).prefix().length());
    }

    /** Returns whether the name has a placeholder. */
    default boolean isTemplate() {
        return KeyName.of(name()).isTemplate();
    }

    /**
     * Returns whether {@code key} is this key, or of the form of this template with at least one character for the
     * placeholder. Upper and lower case do not matter. A template with two placeholders takes any text from the first to
     * the end of the last.
     */
    default boolean matches(String key) {
        return KeyName.of(name()).matches(key);
    }

    /** Returns the key {@code name} that has one value of {@code type}. */
    static ConditionKeyEntry of(String name, ConditionKeyType type) {
        return ImmutableConditionKeyEntry.of(name, type, false);
    }

    /** Returns the key {@code name} that can have several values of {@code type}. */
    static ConditionKeyEntry multivalued(String name, ConditionKeyType type) {
        return ImmutableConditionKeyEntry.of(name, type, true);
    }
}
