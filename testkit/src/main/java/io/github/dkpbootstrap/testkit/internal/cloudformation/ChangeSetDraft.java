// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Works out, in its own time, what a new change set changes. */
final class ChangeSetDraft {
    private static final Duration PENDING = Duration.ofSeconds(1);
    private static final Duration IN_PROGRESS = Duration.ofSeconds(2);

    private final Workshop workshop;
    private final ChangeSet set;

    ChangeSetDraft(Workshop workshop, ChangeSet set) {
        this.workshop = workshop;
        this.set = set;
    }

    void start() {
        workshop.timeline().schedule(PENDING, () -> {
            set.progress();
            workshop.timeline().schedule(IN_PROGRESS, this::finish);
        });
    }

    private void finish() {
        work();
        workshop.stack()
                .operations()
                .close(
                        set.operation(),
                        set.isCreated() ? OperationEntry.Status.SUCCEEDED : OperationEntry.Status.FAILED,
                        workshop.timeline().now());
    }

    private void work() {
        if (set.isOutdated()) {
            set.complete(List.of(), Map.of());
            return;
        }
        try {
            if (isIdle()) {
                set.fail("The submitted information didn't contain changes. Submit different information to create a "
                        + "change set.");
                return;
            }
            Map<String, String> imports = new ImportSearch(workshop, set).find();
            List<Finding> findings = workshop.findings(set.settings(), imports.keySet());
            if (!findings.isEmpty()) {
                reject(findings);
                return;
            }
            set.complete(changes(imports), imports);
        } catch (ResourceFailure failure) {
            set.fail(failure.detail());
        } catch (ServiceError error) {
            set.fail(error.message());
        }
    }

    private boolean isIdle() {
        return set.request().type() == ChangeSetRequest.Type.UPDATE
                && workshop.isUpToDate(set.settings())
                && (!set.request().revertsDrift() || changes(Map.of()).isEmpty());
    }

    private List<ResourceChange> changes(Map<String, String> imports) {
        return set.request().revertsDrift()
                ? new DriftPlan(workshop, set.settings(), imports).changes()
                : new ChangePlan(workshop, set.settings(), imports).changes();
    }

    private void reject(List<Finding> findings) {
        Instant now = workshop.timeline().now();
        findings.forEach(finding -> workshop.stack().operations().rejected(set.operation(), finding, now));
        set.fail("The following hook(s)/validation failed: "
                + findings.stream().map(Finding::hook).distinct().toList()
                + ". To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure "
                + "information.");
    }
}
