// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The actions of drift detection.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html">Drift
 *     detection</a>
 */
final class DriftActions {
    private static final Set<String> CHECKABLE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "UPDATE_ROLLBACK_FAILED",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");

    private final Function<String, Region> regions;
    private final Pages pages;

    DriftActions(Function<String, Region> regions, Pages pages) {
        this.regions = regions;
        this.pages = pages;
    }

    void register(QueryService service) {
        service.answer("DetectStackDrift", this::detect)
                .answer("DetectStackResourceDrift", this::detectResource)
                .answer("DescribeStackDriftDetectionStatus", this::status)
                .answer("DescribeStackResourceDrifts", this::drifts);
    }

    private Region region(Call call) {
        return regions.apply(call.region());
    }

    private void detect(Call call, Xml xml) {
        Region region = region(call);
        Stack stack = checkable(call);
        boolean running = region.detections().stream().anyMatch(run -> run.stack() == stack && run.isRunning());
        if (running) {
            throw ServiceError.validation("Drift detection is already in progress for stack [" + stack.id() + "]");
        }
        Set<String> wanted = new TreeSet<>(call.form().list("LogicalResourceIds"));
        wanted.forEach(id -> resource(stack, id));
        DriftDetection run = new DriftDetection(region.workshop(stack, call), wanted);
        region.detections().add(run);
        run.start();
        xml.element("StackDriftDetectionId", run.id());
    }

    private void detectResource(Call call, Xml xml) {
        Stack stack = checkable(call);
        StackResource resource = resource(stack, call.form().require("LogicalResourceId"));
        Workshop workshop = region(call).workshop(stack, call);
        if (!DriftDetection.detect(workshop, resource)) {
            throw ServiceError.validation("Failed to detect drift on resource [" + resource.logicalId() + "]");
        }
        stack.setDrift(StackDrift.of(stack, workshop.timeline().now()));
        xml.nested("StackResourceDrift", drift -> DriftXml.resource(drift, stack, resource));
    }

    private void status(Call call, Xml xml) {
        String id = call.form().require("StackDriftDetectionId");
        DriftDetection run = region(call).detections().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ServiceError.validation("Drift detection with id " + id + " does not exist"));
        xml.element("StackId", run.stack().id())
                .element("StackDriftDetectionId", id)
                .element("DetectionStatus", run.status())
                .element("DetectionStatusReason", run.reason())
                .time("Timestamp", run.started());
        if (!run.isRunning()) {
            xml.element("StackDriftStatus", run.stack().drift().map(StackDrift::status))
                    .element("DriftedStackResourceCount", Long.toString(run.drifted()));
        }
    }

    private void drifts(Call call, Xml xml) {
        Stack stack = region(call).stacks().require(call.form().require("StackName"), "Stack [%s] does not exist");
        List<String> statuses = call.form().list("StackResourceDriftStatusFilters");
        List<StackResource> checked = stack.resources().stream()
                .filter(resource -> resource.drift().isPresent())
                .filter(resource -> statuses.isEmpty()
                        || resource.drift()
                                .map(ResourceDrift::status)
                                .filter(statuses::contains)
                                .isPresent())
                .toList();
        int limit = call.form().integer("MaxResults").orElse(pages.size());
        if (limit < 1 || limit > 100) {
            throw ServiceError.constraint("maxResults", "'" + limit + "'", "Member must be from 1 to 100");
        }
        pages.write(
                call,
                xml,
                "StackResourceDrifts",
                checked,
                limit,
                (member, resource) -> DriftXml.resource(member, stack, resource));
    }

    private Stack checkable(Call call) {
        Stack stack = region(call).stacks().require(call.form().require("StackName"), "Stack [%s] does not exist");
        if (!CHECKABLE.contains(stack.status())) {
            throw ServiceError.validation("Drift detection cannot be performed on stack [" + stack.id()
                    + "] while it is in [" + stack.status() + "] state");
        }
        return stack;
    }

    private static StackResource resource(Stack stack, String id) {
        return stack.resource(id)
                .orElseThrow(
                        () -> ServiceError.validation("Resource " + id + " does not exist for stack " + stack.name()));
    }
}
