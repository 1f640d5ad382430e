// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.testkit.internal.cloudformation.ChangeDetail.Cause;
import io.github.dkpbootstrap.testkit.internal.cloudformation.References.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Says how a resource differs from what is wanted, and why. */
final class ChangeDetails {
    private final StackSettings before;
    private final StackSettings after;
    private final Set<String> unsettled;

    /**
     * Creates what finds details.
     *
     * @param unsettled the resources that get, or may get, another physical id
     */
    ChangeDetails(StackSettings before, StackSettings after, Set<String> unsettled) {
        this.before = before;
        this.after = after;
        this.unsettled = unsettled;
    }

    List<ChangeDetail> of(
            StackResource resource, Properties wanted, Optional<Template.Resource> old, Template.Resource declared) {
        List<ChangeDetail> details = new ArrayList<>();
        for (String property : wanted.differences(resource.properties())) {
            property(resource, wanted, property, declared, details);
        }
        Optional<JsonValue> metadata = old.flatMap(Template.Resource::metadata);
        attribute("Metadata", metadata, declared.metadata(), details);
        attribute(
                "DeletionPolicy",
                Optional.of(JsonValue.of(resource.deletionPolicy())),
                Optional.of(JsonValue.of(declared.deletionPolicy())),
                details);
        return details;
    }

    private void property(
            StackResource resource,
            Properties wanted,
            String property,
            Template.Resource declared,
            List<ChangeDetail> details) {
        boolean tags = property.equals("Tags");
        String recreation = resource.type().createOnly().contains(property) ? "Always" : "Never";
        List<ValueChange> values = ValueChange.between(
                "/Properties/" + property, resource.properties().find(property), wanted.find(property));
        for (Cause cause : causes(declared.properties(), property)) {
            values.forEach(value -> details.add(new ChangeDetail(
                    tags ? "Tags" : "Properties",
                    tags ? Optional.empty() : Optional.of(property),
                    recreation,
                    value,
                    cause)));
        }
    }

    private static void attribute(
            String attribute, Optional<JsonValue> old, Optional<JsonValue> wanted, List<ChangeDetail> details) {
        ValueChange.between("/" + attribute, old, wanted)
                .forEach(value ->
                        details.add(new ChangeDetail(attribute, Optional.empty(), "Never", value, Cause.TEMPLATE)));
    }

    private List<Cause> causes(JsonObject declared, String property) {
        JsonValue value = declared.members().get(property);
        Set<Cause> causes = new LinkedHashSet<>();
        for (Reference reference : value == null ? List.<Reference>of() : References.in(value)) {
            if (unsettled.contains(reference.name())) {
                causes.add(fromResource(reference));
            } else if (isChangedParameter(reference.name())) {
                causes.add(new Cause("Static", "ParameterReference", Optional.of(reference.name())));
            }
        }
        if (causes.isEmpty()) {
            return List.of(Cause.TEMPLATE);
        }
        List<Cause> all = new ArrayList<>(List.of(Cause.INDIRECT));
        all.addAll(causes);
        return all;
    }

    private static Cause fromResource(Reference reference) {
        return reference.attribute().isEmpty()
                ? new Cause("Static", "ResourceReference", Optional.of(reference.name()))
                : new Cause("Static", "ResourceAttribute", Optional.of(reference.name() + "." + reference.attribute()));
    }

    private boolean isChangedParameter(String name) {
        Map<String, String> wanted = after.parameters();
        return wanted.containsKey(name) && !Objects.equals(before.parameters().get(name), wanted.get(name));
    }
}
