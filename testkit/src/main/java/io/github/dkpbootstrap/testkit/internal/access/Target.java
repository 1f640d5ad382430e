// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.testkit.internal.iam.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call is about, as policies see it.
 *
 * @param resource the ARN, or {@code *}
 * @param context the condition keys of the action itself
 * @param assumed the role whose trust policy must agree, for AssumeRole
 */
record Target(String resource, Map<String, List<String>> context, Optional<Role> assumed) {
    static Target of(String resource) {
        return new Target(resource, Map.of(), Optional.empty());
    }

    Target with(String key, String value) {
        return withList(key, List.of(value));
    }

    Target with(String key, Optional<String> value) {
        return value.map(text -> with(key, text)).orElse(this);
    }

    /** Returns this target with a key that has several values, if it has any. */
    Target withList(String key, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        Map<String, List<String>> more = new LinkedHashMap<>(context);
        more.put(key, values);
        return new Target(resource, more, assumed);
    }

    Target withTags(Map<String, String> tags) {
        if (tags.isEmpty()) {
            return this;
        }
        Target target = withList("aws:TagKeys", List.copyOf(tags.keySet()));
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            target = target.with("aws:RequestTag/" + tag.getKey(), tag.getValue());
        }
        return target;
    }
}
