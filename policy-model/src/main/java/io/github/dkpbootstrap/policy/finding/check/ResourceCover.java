// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.finding.check.Redundancy.Covering;
import io.github.dkpbootstrap.policy.proof.PatternCover;
import io.github.dkpbootstrap.policy.proof.PatternStart;
import java.util.Optional;

/** How the entries of a list of resources cover each other. */
final class ResourceCover implements Covering<ResourcePattern> {
    @Override
    public boolean covers(ResourcePattern wide, ResourcePattern narrow) {
        return PatternStart.mayCover(wide.value().text(), narrow.value().text())
                && PatternCover.resourceCovers(wide, narrow);
    }

    /** Returns the text of a plain ARN; one with too few fields is filled up with wildcards, and so covers more. */
    @Override
    public Optional<String> name(ResourcePattern resource) {
        return resource.value()
                .text()
                .filter(PatternStart::isWhole)
                .filter(text -> ArnFields.of(text).filter(ArnFields::isComplete).isPresent());
    }
}
