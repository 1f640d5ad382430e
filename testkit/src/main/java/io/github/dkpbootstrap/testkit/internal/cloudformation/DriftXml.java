// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.testkit.internal.query.Xml;

/** Writes what drift detection found as CloudFormation's answers hold it. */
final class DriftXml {
    private DriftXml() {}

    /** Writes a resource that was looked at. */
    static void resource(Xml xml, Stack stack, StackResource resource) {
        xml.element("StackId", stack.id())
                .element("LogicalResourceId", resource.logicalId())
                .element("PhysicalResourceId", resource.physicalId())
                .element("ResourceType", resource.type().name());
        resource.drift().ifPresent(drift -> {
            drift.actual()
                    .ifPresent(actual -> xml.element("ExpectedProperties", json(drift.expected()))
                            .element("ActualProperties", json(actual)));
            xml.list(
                    "PropertyDifferences",
                    drift.differences(),
                    (member, difference) -> member.element("PropertyPath", difference.path())
                            .element("ExpectedValue", Difference.shown(difference.expected()))
                            .element("ActualValue", Difference.shown(difference.actual()))
                            .element("DifferenceType", difference.kind()));
            xml.element("StackResourceDriftStatus", drift.status()).time("Timestamp", drift.checked());
        });
    }

    /** Writes what is known of a stack, in the description of the stack. */
    static void information(Xml xml, Stack stack) {
        xml.nested("DriftInformation", information -> {
            information.element(
                    "StackDriftStatus", stack.drift().map(StackDrift::status).orElse("NOT_CHECKED"));
            stack.drift().ifPresent(drift -> information.time("LastCheckTimestamp", drift.checked()));
        });
    }

    /** Writes what is known of a resource, in the description of the resource. */
    static void information(Xml xml, StackResource resource) {
        xml.nested("DriftInformation", information -> {
            information.element(
                    "StackResourceDriftStatus",
                    resource.drift().map(ResourceDrift::status).orElse("NOT_CHECKED"));
            resource.drift().ifPresent(drift -> information.time("LastCheckTimestamp", drift.checked()));
        });
    }

    /** Writes where the values of a difference in a drift-aware change set come from. */
    static void source(Xml xml, ResourceDrift drift, ChangeDetail detail) {
        String property = detail.name().orElse(detail.attribute());
        boolean drifted = drift.isDrifted(property);
        xml.element("BeforeValueFrom", drifted ? "ACTUAL_STATE" : "PREVIOUS_DEPLOYMENT_STATE")
                .element("AfterValueFrom", "TEMPLATE");
        if (drifted) {
            xml.nested(
                    "Drift",
                    nested -> nested.element("PreviousValue", shown(drift.expected(), property))
                            .element("ActualValue", shown(drift.actual().orElse(Properties.NONE), property))
                            .time("DriftDetectionTimestamp", drift.checked()));
        }
    }

    /** Returns a resource as the last deployment made it. */
    static String previousDeployment(ResourceDrift drift) {
        return "{\"Properties\":" + json(drift.expected()) + "}";
    }

    private static String shown(Properties properties, String property) {
        return Difference.shown(properties.find(property));
    }

    private static String json(Properties properties) {
        return properties.json().toJson(JsonLayout.MINIFIED);
    }
}
