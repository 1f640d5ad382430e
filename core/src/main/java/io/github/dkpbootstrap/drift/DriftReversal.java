// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.DkpDrift;
import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.DriftReversion;
import io.github.dkpbootstrap.ForeignAccess;
import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.deploy.DriftOperations;
import io.github.dkpbootstrap.deploy.StackGuard;
import io.github.dkpbootstrap.deploy.StackRequest;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.iam.IamWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * Brings a stack's resources back to what its template says: CloudFormation by a change set as far as it sees, then calls to
 * IAM for the rest. Safe to run again, wherever it was stopped.
 */
public final class DriftReversal {
    /** IAM shows a change within seconds, mostly at once. */
    private static final int MOST_LOOKS = 10;

    private final DriftOperations operations;
    private final DriftCheck check;
    private final Mending mending;
    private final ForeignAccess foreignAccess;

    private DriftReversal(DriftOperations operations, DriftCheck check, Mending mending, ForeignAccess foreignAccess) {
        this.operations = operations;
        this.check = check;
        this.mending = mending;
        this.foreignAccess = foreignAccess;
    }

    /** Returns a reversal for one call of a verb; its time runs from now on. */
    public static DriftReversal of(
            StackRequest request,
            StackGuard guard,
            BootstrapClients clients,
            AccountContext where,
            ForeignAccess foreignAccess) {
        DriftOperations operations = DriftOperations.of(request, guard, clients);
        return new DriftReversal(
                operations,
                new DriftCheck(operations, clients, request.stackName(), where),
                new Mending(new IamWriter(clients, request.stackName()), foreignAccess),
                foreignAccess);
    }

    /**
     * Brings back what differs.
     *
     * @throws StackOperationException if there is no stack, it is none of this library or cannot be written to, or
     *     CloudFormation's part fails
     */
    public DriftReversion run() {
        StackSnapshot stack = operations.settled();
        DkpDrift before = check.of(stack);
        if (before.findings().isEmpty()) {
            return result(before, List.of(), before);
        }
        mendForeign(stack);
        if (before.findings().stream().anyMatch(finding -> finding.remedy() == DriftFinding.Remedy.REVERT)) {
            letCloudFormationRevert(before);
        }
        List<Difference> left = check.own(stack, new Reads());
        left.forEach(mending::mend);
        awaitMended(stack);
        return result(before, left.stream().map(Difference::finding).toList(), check.of(stack));
    }

    /** First, so that the texts of inline policies are known before anybody removes them. */
    private void mendForeign(StackSnapshot stack) {
        if (foreignAccess == ForeignAccess.REMOVE) {
            check.own(stack, new Reads()).stream()
                    .filter(difference -> difference.foreign().isPresent())
                    .forEach(mending::mend);
        }
    }

    /** CloudFormation knows no difference between what was changed and what was added: it must not do what the spec forbids. */
    private void letCloudFormationRevert(DkpDrift before) {
        KeptAccess kept = KeptAccess.of(before.findings(), foreignAccess);
        for (ResourceChange refused : operations.revert(kept::isUntouchedBy)) {
            mending.warn(
                    "CloudFormation's change set was not executed, for it would remove access from %s that the spec keeps"
                            .formatted(refused.logicalResourceId()));
        }
    }

    /** A read straight after a write may still tell of what was before it. */
    private void awaitMended(StackSnapshot stack) {
        Set<FindingKey> mended = keys(mending.reverted());
        mended.addAll(keys(mending.removed()));
        for (int look = 1; look < MOST_LOOKS && !mended.isEmpty(); look++) {
            boolean shown = check.own(stack, new Reads()).stream()
                    .map(difference -> FindingKey.of(difference.finding()))
                    .noneMatch(mended::contains);
            if (shown || !operations.pause(stack)) {
                return;
            }
        }
    }

    private DriftReversion result(DkpDrift before, List<DriftFinding> left, DkpDrift after) {
        Map<FindingKey, DriftFinding> seen = new LinkedHashMap<>();
        before.findings().forEach(finding -> seen.put(FindingKey.of(finding), finding));
        left.forEach(finding -> seen.putIfAbsent(FindingKey.of(finding), finding));
        seen.keySet().removeAll(keys(after.findings()));
        Set<DriftFinding> removed = new LinkedHashSet<>(mending.removed());
        seen.keySet().removeAll(keys(removed));
        seen.values().stream().filter(DriftReversal::isForeign).forEach(removed::add);
        seen.values().removeAll(removed);
        Set<String> warnings = new LinkedHashSet<>(before.warnings());
        warnings.addAll(mending.warnings());
        warnings.addAll(after.warnings());
        return DriftReversion.builder()
                .stackName(after.stackName())
                .stackId(after.stackId())
                .addAllReverted(seen.values())
                .addAllRemoved(removed)
                .addAllRemaining(after.findings())
                .addAllWarnings(warnings)
                .build();
    }

    private static boolean isForeign(DriftFinding finding) {
        return finding.remedy() == DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS;
    }

    private static Set<FindingKey> keys(Collection<DriftFinding> findings) {
        return findings.stream().map(FindingKey::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
