// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares templates by what CloudFormation makes of them in one account: the layout, YAML or JSON, and whether the
 * account stands there as a number or as a pseudo parameter make no difference.
 */
public final class TemplateComparison {
    private final String account;
    private final String partition;

    private TemplateComparison(String account, String partition) {
        this.account = account;
        this.partition = partition;
    }

    /** Returns a comparison for stacks in this account of this partition. */
    public static TemplateComparison in(String account, String partition) {
        return new TemplateComparison(account, partition);
    }

    /** Returns whether the text of a deployed template says the same as {@code template}. */
    public boolean same(Template template, String deployed) {
        return TemplateText.read(deployed)
                .filter(tree -> resolved(tree).equals(resolved(template.tree())))
                .isPresent();
    }

    private JsonValue resolved(JsonValue value) {
        if (value instanceof JsonArray array) {
            List<JsonValue> elements =
                    array.elements().stream().map(this::resolved).toList();
            return new JsonArray(elements);
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        return pseudoParameter(object).map(JsonValue::of).orElseGet(() -> {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, resolved(member)));
            return new JsonObject(members);
        });
    }

    private Optional<String> pseudoParameter(JsonObject object) {
        JsonValue sub = object.members().get("Fn::Sub");
        return sub == null || object.members().size() != 1
                ? Optional.empty()
                : PseudoParameters.substitute(Intrinsic.of("Fn::Sub", sub), account, partition)
                        .filter(text -> !text.contains("${"));
    }
}
