// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.PropertyDifference;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;

/** What CloudFormation's detection found, as findings, and put together with our own. */
final class DetectedFindings {
    /** What no update can change. */
    private static final Set<String> FIXED = Set.of("/Path", "/RoleName", "/ManagedPolicyName", "/InstanceProfileName");
    /** How CloudFormation writes that there is no value. */
    private static final String NO_VALUE = "null";

    private DetectedFindings() {}

    static List<DriftFinding> of(List<StackResourceDrift> drifts) {
        List<DriftFinding> findings = new ArrayList<>();
        for (StackResourceDrift drift : drifts) {
            String status = String.valueOf(drift.stackResourceDriftStatusAsString());
            if (status.equals("DELETED")) {
                findings.add(finding(drift, DriftFinding.Kind.MISSING, "").build());
            } else if (status.equals("MODIFIED")) {
                drift.propertyDifferences().forEach(difference -> findings.add(modified(drift, difference)));
            }
        }
        return findings;
    }

    /** Puts both together. Where both tell of the same property, ours stay, which tell more, and say that both saw it. */
    static List<DriftFinding> merged(List<DriftFinding> own, List<DriftFinding> detected) {
        List<DriftFinding> merged = new ArrayList<>();
        for (DriftFinding finding : own) {
            boolean both = detected.stream().anyMatch(other -> sameProperty(finding, other));
            merged.add(
                    both
                            ? DriftFinding.builder()
                                    .from(finding)
                                    .addSources(DriftFinding.Source.CLOUDFORMATION)
                                    .build()
                            : finding);
        }
        detected.stream()
                .filter(finding -> own.stream().noneMatch(other -> sameProperty(finding, other)))
                .forEach(merged::add);
        return merged;
    }

    private static DriftFinding modified(StackResourceDrift drift, PropertyDifference difference) {
        String path = String.valueOf(difference.propertyPath());
        return finding(drift, DriftFinding.Kind.MODIFIED, path)
                .expected(value(difference.expectedValue()))
                .actual(value(difference.actualValue()))
                .remedy(FIXED.contains(root(path)) ? DriftFinding.Remedy.BY_HAND : DriftFinding.Remedy.REVERT)
                .build();
    }

    private static DriftFinding.Builder finding(StackResourceDrift drift, DriftFinding.Kind kind, String property) {
        DriftFinding.Builder finding = DriftFinding.builder();
        finding.addSources(DriftFinding.Source.CLOUDFORMATION)
                .kind(kind)
                .logicalId(String.valueOf(drift.logicalResourceId()))
                .physicalId(Optional.ofNullable(drift.physicalResourceId()))
                .property(property)
                .remedy(DriftFinding.Remedy.REVERT);
        return finding;
    }

    private static boolean sameProperty(DriftFinding left, DriftFinding right) {
        return left.logicalId().equals(right.logicalId())
                && root(left.property()).equals(root(right.property()));
    }

    /** Returns the property itself, without what lies within it. */
    private static String root(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static Optional<String> value(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.equals(NO_VALUE));
    }
}
