// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;

/**
 * What CloudFormation's drift detection found. Immutable.
 *
 * @param drifts the resources that it looked at
 * @param warnings why it found less than there may be, a sentence each
 */
public record DetectedDrift(List<StackResourceDrift> drifts, List<String> warnings) {
    /** Copies the lists. */
    public DetectedDrift {
        drifts = List.copyOf(drifts);
        warnings = List.copyOf(warnings);
    }

    static DetectedDrift unknown(String why) {
        return new DetectedDrift(List.of(), List.of(why));
    }
}
