// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What executing a change set does to one resource.
 *
 * @param before the resource as it is, if it is in the stack
 * @param after the resource as it is wanted, if it is to be in the stack
 * @param drift how it differs from what the stack made it, if the change set looks at that
 */
record ResourceChange(
        Action action,
        String logicalId,
        Optional<String> physicalId,
        ResourceType type,
        Optional<String> policyAction,
        Optional<Replacement> replacement,
        List<ChangeDetail> details,
        Optional<JsonObject> before,
        Optional<JsonObject> after,
        Optional<ResourceDrift> drift) {
    ResourceChange(
            Action action,
            String logicalId,
            Optional<String> physicalId,
            ResourceType type,
            Optional<String> policyAction,
            Optional<Replacement> replacement,
            List<ChangeDetail> details,
            Optional<JsonObject> before,
            Optional<JsonObject> after) {
        this(action, logicalId, physicalId, type, policyAction, replacement, details, before, after, Optional.empty());
    }

    /** Returns the same change with what drift detection says of the resource. */
    ResourceChange with(ResourceDrift found) {
        return new ResourceChange(
                action,
                logicalId,
                physicalId,
                type,
                policyAction,
                replacement,
                details,
                before,
                after,
                Optional.of(found));
    }

    /** What is done. */
    enum Action {
        ADD("Add"),
        MODIFY("Modify"),
        REMOVE("Remove"),
        IMPORT("Import"),
        SYNC_WITH_ACTUAL("SyncWithActual");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        /** Returns how answers name it. */
        String text() {
            return text;
        }
    }

    /** Whether a modified resource is replaced. */
    enum Replacement {
        TRUE("True"),
        FALSE("False"),
        CONDITIONAL("Conditional");

        private final String text;

        Replacement(String text) {
            this.text = text;
        }

        /** Returns how answers name it. */
        String text() {
            return text;
        }
    }

    /** Returns whether the wanted properties are those of the type. */
    boolean isValid() {
        return after.flatMap(context -> Optional.ofNullable(context.members().get("Properties")))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(properties -> new Properties(properties).problems(type).isEmpty())
                .orElse(true);
    }

    /** Returns the attributes of the resource that change, each once. */
    List<String> scope() {
        return details.stream().map(ChangeDetail::attribute).distinct().toList();
    }
}
