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

    private static String json(Properties properties) {
        return properties.json().toJson(JsonLayout.MINIFIED);
    }
}
