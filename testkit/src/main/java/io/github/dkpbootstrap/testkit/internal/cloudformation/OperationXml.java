// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Xml;

/** Writes the events of operations as DescribeEvents answers them. */
final class OperationXml {
    private OperationXml() {}

    static void event(Xml xml, OperationEvent event, Stack stack) {
        OperationEntry operation = event.operation();
        xml.element("EventId", event.id())
                .element("StackId", stack.id())
                .element("OperationId", operation.id())
                .element("OperationType", operation.kind().name())
                .time("Timestamp", event.time())
                .element("ClientRequestToken", operation.token());
        if (event instanceof OperationEvent.Turn turn) {
            turn(xml, turn, stack);
        } else if (event instanceof OperationEvent.Progress progress) {
            xml.element("EventType", progress.failed() ? "PROVISIONING_ERROR" : "PROGRESS_EVENT");
            resource(xml, progress.event());
        } else if (event instanceof OperationEvent.Rejection rejection) {
            finding(xml, rejection.finding());
        }
    }

    private static void turn(Xml xml, OperationEvent.Turn turn, Stack stack) {
        xml.element("EventType", "STACK_EVENT")
                .element("OperationStatus", turn.status().name())
                .time("StartTime", turn.operation().started());
        turn.ended().ifPresent(end -> xml.time("EndTime", end));
        turn.event()
                .ifPresentOrElse(
                        event -> resource(xml, event),
                        () -> xml.element("LogicalResourceId", stack.name())
                                .element("PhysicalResourceId", stack.id())
                                .element("ResourceType", Stack.TYPE));
    }

    private static void resource(Xml xml, StackEvent event) {
        xml.element("LogicalResourceId", event.logicalId())
                .element("PhysicalResourceId", event.physicalId())
                .element("ResourceType", event.type())
                .element("ResourceStatus", event.status())
                .element("ResourceStatusReason", event.reason())
                .element("ResourceProperties", event.properties());
    }

    private static void finding(Xml xml, Finding finding) {
        xml.element("EventType", "VALIDATION_ERROR")
                .element("LogicalResourceId", finding.logicalId())
                .element("PhysicalResourceId", finding.physicalId())
                .element("ResourceType", finding.type())
                .element("ValidationFailureMode", "FAIL")
                .element("ValidationName", finding.check())
                .element("ValidationStatus", "FAILED")
                .element("ValidationStatusReason", finding.reason())
                .element("ValidationPath", finding.path());
    }
}
