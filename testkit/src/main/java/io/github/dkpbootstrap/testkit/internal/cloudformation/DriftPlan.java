// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.cloudformation.ResourceChange.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of each resource of a stack if it gets other settings, and what others did to it is taken back.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html">Drift-aware
 *     change sets</a>
 */
final class DriftPlan {
    private final Workshop workshop;
    private final StackSettings target;
    private final Map<String, String> imports;
    private final Instant now;

    DriftPlan(Workshop workshop, StackSettings target, Map<String, String> imports) {
        this.workshop = workshop;
        this.target = target;
        this.imports = imports;
        this.now = workshop.timeline().now();
    }

    /**
     * Returns the changes.
     *
     * @throws ResourceFailure if the caller may not look at a resource
     */
    List<ResourceChange> changes() {
        Map<String, ResourceDrift> drifts = new LinkedHashMap<>();
        for (StackResource resource : workshop.stack().resources()) {
            if (!workshop.mayRead(resource.type(), resource.physicalId().orElse(""))) {
                throw new ResourceFailure("Failed to read the actual state of resource [" + resource.logicalId() + "]");
            }
            drifts.put(resource.logicalId(), ResourceDrift.of(resource, now));
        }
        Map<String, ResourceChange> planned = new LinkedHashMap<>();
        new ChangePlan(workshop, target, imports, new ActualState(now)::of)
                .changes()
                .forEach(change -> planned.put(change.logicalId(), change));
        List<ResourceChange> changes = new ArrayList<>();
        planned.forEach((id, change) -> changes.add(
                Optional.ofNullable(drifts.get(id)).map(change::with).orElse(change)));
        drifts.forEach((id, drift) -> {
            if (drift.isDrifted() && !planned.containsKey(id)) {
                changes.add(adopted(id).with(drift));
            }
        });
        return changes;
    }

    /** The template says now what somebody made of the resource: nothing is written, and it has drifted no more. */
    private ResourceChange adopted(String id) {
        StackResource resource = workshop.stack().resource(id).orElseThrow();
        return new ResourceChange(
                Action.SYNC_WITH_ACTUAL,
                id,
                resource.physicalId(),
                resource.type(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
