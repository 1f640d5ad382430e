// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * A change set with every change in it. Asked for the values of properties, CloudFormation may leave changes out and say so
 * in the reason alone; they are then read again without values, and added.
 *
 * @param changeSet the change set with all changes
 * @param warnings which of them lack their values
 */
record FullChangeSet(ChangeSetSnapshot changeSet, List<String> warnings) {
    static FullChangeSet of(ChangeSetSnapshot withValues, ChangeSets changeSets) {
        if (!withValues.isIncomplete()) {
            return new FullChangeSet(withValues, List.of());
        }
        Map<String, ResourceChange> changes = new LinkedHashMap<>();
        withValues.changes().forEach(change -> changes.put(change.logicalResourceId(), change));
        List<String> bare = new ArrayList<>();
        for (ResourceChange change :
                changeSets.describeWithoutValues(withValues.id()).changes()) {
            if (changes.putIfAbsent(change.logicalResourceId(), change) == null) {
                bare.add(change.logicalResourceId());
            }
        }
        ChangeSetSnapshot full = ChangeSetSnapshot.builder()
                .from(withValues)
                .changes(changes.values())
                .build();
        String warning = bare.isEmpty()
                ? "CloudFormation says that it may not show every value that changes"
                : "CloudFormation does not show the values that change in " + String.join(", ", bare);
        return new FullChangeSet(full, List.of(warning));
    }
}
