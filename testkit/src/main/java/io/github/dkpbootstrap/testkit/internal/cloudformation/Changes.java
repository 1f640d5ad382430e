// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What handlers of several types do alike to bring a resource from one set of properties to another. */
final class Changes {
    private Changes() {}

    static void members(List<String> before, List<String> after, Consumer<String> added, Consumer<String> removed) {
        after.stream().filter(member -> !before.contains(member)).forEach(added);
        before.stream().filter(member -> !after.contains(member)).forEach(removed);
    }

    static void tags(IamClient iam, String kind, Form entity, Map<String, String> before, Map<String, String> after) {
        Map<String, String> put = new LinkedHashMap<>(after);
        put.entrySet().removeIf(tag -> tag.getValue().equals(before.get(tag.getKey())));
        if (!put.isEmpty()) {
            iam.call("Tag" + kind, entity.withTags(put));
        }
        List<String> removed = new ArrayList<>(before.keySet());
        removed.removeAll(after.keySet());
        if (!removed.isEmpty()) {
            Form form = entity;
            for (int i = 0; i < removed.size(); i++) {
                form = form.with("TagKeys.member." + (i + 1), removed.get(i));
            }
            iam.call("Untag" + kind, form);
        }
    }
}
