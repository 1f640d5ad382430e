// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.DkpDrift;
import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.deploy.DetectedDrift;
import io.github.dkpbootstrap.deploy.DriftOperations;
import io.github.dkpbootstrap.deploy.StackGuard;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackRequest;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.iam.IamReader;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for drift of a stack in two ways: CloudFormation's, and our own comparison of IAM with the template. */
public final class DriftCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DriftCheck.class);

    private final DriftOperations operations;
    private final StackReader stacks;
    private final IamReader iam;
    private final AccountContext where;

    DriftCheck(DriftOperations operations, BootstrapClients clients, String stackName, AccountContext where) {
        this.operations = operations;
        this.stacks = StackReader.of(clients, stackName);
        this.iam = new IamReader(clients, stackName);
        this.where = where;
    }

    /** Returns a check for one call of a verb; its time runs from now on. */
    public static DriftCheck of(
            StackRequest request, StackGuard guard, BootstrapClients clients, AccountContext where) {
        return new DriftCheck(DriftOperations.of(request, guard, clients), clients, request.stackName(), where);
    }

    /**
     * Looks for drift. Changes nothing.
     *
     * @throws StackOperationException if there is no stack, or it is none of this library
     */
    public DkpDrift run() {
        return of(operations.existing());
    }

    DkpDrift of(StackSnapshot stack) {
        Reads reads = new Reads();
        ExpectedStack expected = ExpectedStack.read(stacks, stack, where, reads);
        refuseOther(stack, expected, reads);
        DetectedDrift detected = operations.detect(stack);
        detected.warnings().forEach(warning -> LOG.warn("{}", warning));
        List<DriftFinding> own = new OwnComparison(expected, iam, reads)
                .differences().stream().map(Difference::finding).toList();
        return DkpDrift.builder()
                .stackName(stack.name())
                .stackId(stack.id())
                .findings(DetectedFindings.merged(own, DetectedFindings.of(detected.drifts())))
                .addAllWarnings(detected.warnings())
                .addAllWarnings(reads.warnings())
                .build();
    }

    /** Returns what our own comparison sees now. */
    List<Difference> own(StackSnapshot stack, Reads reads) {
        return new OwnComparison(ExpectedStack.read(stacks, stack, where, reads), iam, reads).differences();
    }

    private static void refuseOther(StackSnapshot stack, ExpectedStack expected, Reads reads) {
        if (!expected.isBootstrap() && reads.warnings().isEmpty()) {
            throw new StackOperationException(
                    "Stack %s (%s) is no bootstrap stack: its template has no %s, %s or %s"
                            .formatted(
                                    stack.name(),
                                    stack.id(),
                                    expected.role().logicalId(),
                                    expected.policy().logicalId(),
                                    expected.profile().logicalId()),
                    stack.id(),
                    StackOperation.DRIFT,
                    null,
                    null,
                    null);
        }
    }
}
