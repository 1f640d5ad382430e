// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.Map;
import java.util.Optional;

/** Writes stacks, their resources and events as CloudFormation's answers hold them. */
final class StackXml {
    private StackXml() {}

    static void stack(Xml xml, Stack stack, Resolver resolver) {
        StackSettings settings = stack.settings();
        Template template = settings.template();
        xml.element("StackId", stack.id())
                .element("StackName", stack.name())
                .element("ChangeSetId", stack.changeSets().lastExecuted())
                .element("Description", template.description())
                .list(
                        "Parameters",
                        settings.parameters().entrySet(),
                        (member, parameter) -> member.element("ParameterKey", parameter.getKey())
                                .element("ParameterValue", shown(template, parameter)));
        times(xml, stack);
        xml.nested("RollbackConfiguration", nested -> {})
                .element("StackStatus", stack.shownStatus())
                .element("StackStatusReason", stack.reason())
                .element("DisableRollback", Boolean.toString(stack.isRollbackDisabled()))
                .element("RetainExceptOnCreate", Boolean.toString(stack.isRetainingExceptOnCreate()))
                .nested("NotificationARNs", nested -> {})
                .list("Capabilities", settings.capabilities())
                .list(
                        "Outputs",
                        stack.outputs().entrySet(),
                        (member, output) -> output(
                                member,
                                output,
                                Optional.ofNullable(template.outputs().get(output.getKey())),
                                resolver))
                .list(
                        "Tags",
                        settings.tags().entrySet(),
                        (member, tag) -> member.element("Key", tag.getKey()).element("Value", tag.getValue()))
                .element("EnableTerminationProtection", Boolean.toString(stack.isTerminationProtected()))
                .element("DeletionMode", stack.deletionMode().map(DeleteOperation.Mode::text))
                .list(
                        "LastOperations",
                        stack.operations().latest(),
                        (member, operation) -> member.element(
                                        "OperationType", operation.kind().name())
                                .element("OperationId", operation.id()));
        DriftXml.information(xml, stack);
    }

    static void summary(Xml xml, Stack stack) {
        xml.element("StackId", stack.id())
                .element("StackName", stack.name())
                .element("TemplateDescription", stack.settings().template().description());
        times(xml, stack);
        xml.element("StackStatus", stack.shownStatus()).element("StackStatusReason", stack.reason());
        DriftXml.information(xml, stack);
    }

    static void event(Xml xml, StackEvent event, Stack stack) {
        xml.element("StackId", stack.id())
                .element("EventId", event.eventId())
                .element("StackName", stack.name())
                .element("OperationId", event.operation().map(OperationEntry::id))
                .element("LogicalResourceId", event.logicalId())
                .element("PhysicalResourceId", event.physicalId())
                .element("ResourceType", event.type())
                .time("Timestamp", event.timestamp())
                .element("ResourceStatus", event.status())
                .element("ResourceStatusReason", event.reason())
                .element("ResourceProperties", event.properties())
                .element("ClientRequestToken", event.token());
    }

    /** Writes a resource; {@code time} is the name that the action gives to when it last changed. */
    static void resource(Xml xml, StackResource resource, String time) {
        xml.element("LogicalResourceId", resource.logicalId())
                .element("PhysicalResourceId", resource.physicalId())
                .element("ResourceType", resource.type().name())
                .time(time, resource.timestamp())
                .element("ResourceStatus", resource.status())
                .element("ResourceStatusReason", resource.reason());
        DriftXml.information(xml, resource);
    }

    private static void times(Xml xml, Stack stack) {
        xml.time("CreationTime", stack.created());
        stack.updated().ifPresent(time -> xml.time("LastUpdatedTime", time));
        stack.deleted().ifPresent(time -> xml.time("DeletionTime", time));
    }

    private static void output(
            Xml xml, Map.Entry<String, String> output, Optional<Template.Output> declared, Resolver resolver) {
        xml.element("OutputKey", output.getKey()).element("OutputValue", output.getValue());
        declared.ifPresent(d -> {
            xml.element("Description", d.description());
            d.exportName().ifPresent(name -> xml.element("ExportName", resolver.text(name)));
        });
    }

    /** Returns the value of a parameter, unless its template wants it hidden. */
    static String shown(Template template, Map.Entry<String, String> parameter) {
        Template.Parameter declared = template.parameters().get(parameter.getKey());
        return declared != null && declared.noEcho() ? "****" : parameter.getValue();
    }
}
