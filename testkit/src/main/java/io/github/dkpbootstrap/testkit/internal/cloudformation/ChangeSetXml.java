// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;

/** Writes change sets as CloudFormation's answers hold them. */
final class ChangeSetXml {
    private ChangeSetXml() {}

    static void summary(Xml xml, ChangeSet set) {
        xml.element("StackId", set.stack().id())
                .element("StackName", set.stack().name())
                .element("ChangeSetId", set.id())
                .element("ChangeSetName", set.request().name())
                .element("ExecutionStatus", set.executionStatus())
                .element("Status", set.status())
                .element("StatusReason", set.reason())
                .time("CreationTime", set.created())
                .element("Description", set.request().description())
                .element("IncludeNestedStacks", Boolean.toString(set.request().nestedStacks()))
                .element(
                        "ImportExistingResources",
                        Boolean.toString(set.request().importExisting()));
    }

    static void details(Xml xml, ChangeSet set) {
        summary(xml, set);
        xml.element("OnStackFailure", set.request().onStackFailure().map(Enum::name))
                .list(
                        "Parameters",
                        set.settings().parameters().entrySet(),
                        (member, parameter) -> member.element("ParameterKey", parameter.getKey())
                                .element(
                                        "ParameterValue",
                                        StackXml.shown(set.settings().template(), parameter)))
                .list(
                        "Tags",
                        set.settings().tags().entrySet(),
                        (member, tag) -> member.element("Key", tag.getKey()).element("Value", tag.getValue()))
                .list("Capabilities", set.settings().capabilities())
                .nested("NotificationARNs", nested -> {})
                .nested("RollbackConfiguration", nested -> {});
        if (set.request().revertsDrift()) {
            boolean drifted = set.changes().stream()
                    .anyMatch(change ->
                            change.drift().filter(ResourceDrift::isDrifted).isPresent());
            xml.element("DeploymentMode", "REVERT_DRIFT").element("StackDriftStatus", drifted ? "DRIFTED" : "IN_SYNC");
        }
    }

    static void change(Xml xml, ResourceChange change, boolean values) {
        xml.element("Type", "Resource").nested("ResourceChange", nested -> {
            nested.element("PolicyAction", change.policyAction())
                    .element("Action", change.action().text())
                    .element("LogicalResourceId", change.logicalId())
                    .element("PhysicalResourceId", change.physicalId())
                    .element("ResourceType", change.type().name())
                    .element("Replacement", change.replacement().map(ResourceChange.Replacement::text))
                    .list("Scope", change.scope())
                    .element("ResourceDriftStatus", change.drift().map(ResourceDrift::status));
            List<ChangeDetail> details = values
                    ? change.details()
                    : change.details().stream()
                            .map(ChangeDetail::withoutValue)
                            .distinct()
                            .toList();
            nested.list("Details", details, (member, detail) -> detail(member, change, detail, values));
            if (values) {
                nested.element("BeforeContext", change.before().map(json -> json.toJson(JsonLayout.MINIFIED)))
                        .element("AfterContext", change.after().map(json -> json.toJson(JsonLayout.MINIFIED)))
                        .element("PreviousDeploymentContext", change.drift().map(DriftXml::previousDeployment));
            }
        });
    }

    private static void detail(Xml xml, ResourceChange change, ChangeDetail detail, boolean values) {
        xml.nested("Target", target -> {
            target.element("Attribute", detail.attribute())
                    .element("Name", detail.name())
                    .element("RequiresRecreation", detail.recreation());
            if (values) {
                target.element("Path", detail.value().path())
                        .element("BeforeValue", detail.value().before())
                        .element("AfterValue", detail.value().after())
                        .element("AttributeChangeType", detail.value().kind());
                change.drift().ifPresent(drift -> DriftXml.source(target, drift, detail));
            }
        });
        xml.element("Evaluation", detail.cause().evaluation())
                .element("ChangeSource", detail.cause().source())
                .element("CausingEntity", detail.cause().entity());
    }
}
