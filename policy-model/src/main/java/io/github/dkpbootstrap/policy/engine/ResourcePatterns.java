// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.PolicyString;
import java.util.List;
import java.util.Optional;

/** The ARN patterns of an element (rule 11); those that cannot match are left out. */
final class ResourcePatterns {
    private final ArnPattern[] patterns;

    ResourcePatterns(List<PolicyString> written, Layer layer, VariableUse variables) {
        ArnPatternReader reader = new ArnPatternReader(layer, variables);
        patterns = written.stream()
                .flatMap(each -> each.text().stream())
                .map(reader::read)
                .flatMap(Optional::stream)
                .toArray(ArnPattern[]::new);
    }

    boolean cover(RequestView request) {
        if (!request.resource().isArn()) {
            return false;
        }
        for (ArnPattern pattern : patterns) {
            if (pattern.covers(request)) {
                return true;
            }
        }
        return false;
    }
}
