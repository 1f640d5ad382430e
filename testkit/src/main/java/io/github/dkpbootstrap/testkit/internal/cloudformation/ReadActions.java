// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The actions that look at stacks. */
final class ReadActions {
    private final Function<String, Region> regions;
    private final Pages pages;

    ReadActions(Function<String, Region> regions, Pages pages) {
        this.regions = regions;
        this.pages = pages;
    }

    void register(QueryService service) {
        service.answer("DescribeStacks", this::describe)
                .answer("DescribeStackEvents", this::events)
                .answer("DescribeStackResources", this::resources)
                .answer("DescribeStackResource", this::resource)
                .answer("ListStackResources", this::listResources)
                .answer("ListStacks", this::list)
                .answer("GetTemplate", this::template);
    }

    private StackStore stacks(Call call) {
        return regions.apply(call.region()).stacks();
    }

    private void describe(Call call, Xml xml) {
        List<Stack> stacks = call.form()
                .find("StackName")
                .map(name -> List.of(stacks(call).require(name)))
                .orElseGet(() -> stacks(call).all().stream()
                        .filter(stack -> !stack.isDeleted())
                        .toList());
        pages.write(
                call,
                xml,
                "Stacks",
                stacks,
                (member, stack) -> StackXml.stack(
                        member,
                        stack,
                        regions.apply(call.region()).workshop(stack, call).resolver(stack.settings())));
    }

    private void events(Call call, Xml xml) {
        Stack stack = stacks(call).require(call.form().require("StackName"), "Stack [%s] does not exist");
        List<StackEvent> newestFirst = new ArrayList<>(stack.events());
        Collections.reverse(newestFirst);
        pages.write(call, xml, "StackEvents", newestFirst, (member, event) -> StackXml.event(member, event, stack));
    }

    private void resources(Call call, Xml xml) {
        Optional<String> name = call.form().find("StackName");
        Optional<String> physicalId = call.form().find("PhysicalResourceId");
        if (name.isPresent() == physicalId.isPresent()) {
            throw ServiceError.validation("Please specify either a stack name or a physical resource id, not both.");
        }
        Stack stack = name.map(stacks(call)::require)
                .or(() -> physicalId.flatMap(stacks(call)::ownerOf))
                .orElseThrow(() -> ServiceError.validation("Stack for " + physicalId.orElse("") + " does not exist"));
        List<StackResource> resources = stack.resources().stream()
                .filter(resource -> call.form()
                        .find("LogicalResourceId")
                        .map(resource.logicalId()::equals)
                        .orElse(true))
                .toList();
        xml.list("StackResources", resources, (member, resource) -> {
            member.element("StackName", stack.name()).element("StackId", stack.id());
            StackXml.resource(member, resource, "Timestamp");
        });
    }

    private void resource(Call call, Xml xml) {
        Stack stack = stacks(call).require(call.form().require("StackName"), "Stack '%s' does not exist");
        String id = call.form().require("LogicalResourceId");
        StackResource resource = stack.resource(id)
                .orElseThrow(
                        () -> ServiceError.validation("Resource " + id + " does not exist for stack " + stack.name()));
        xml.nested("StackResourceDetail", detail -> {
            detail.element("StackName", stack.name()).element("StackId", stack.id());
            StackXml.resource(detail, resource, "LastUpdatedTimestamp");
        });
    }

    private void listResources(Call call, Xml xml) {
        Stack stack = stacks(call).require(call.form().require("StackName"));
        pages.write(
                call,
                xml,
                "StackResourceSummaries",
                List.copyOf(stack.resources()),
                (member, resource) -> StackXml.resource(member, resource, "LastUpdatedTimestamp"));
    }

    private void list(Call call, Xml xml) {
        List<String> wanted = call.form().list("StackStatusFilter");
        List<Stack> stacks = stacks(call).all().stream()
                .filter(stack -> wanted.isEmpty() || wanted.contains(stack.status()))
                .toList();
        pages.write(call, xml, "StackSummaries", stacks, StackXml::summary);
    }

    private void template(Call call, Xml xml) {
        Optional<ChangeSet> set = call.form()
                .find("ChangeSetName")
                .map(name -> regions.apply(call.region()).requireChangeSet(call));
        Template template = set.map(ChangeSet::settings)
                .orElseGet(() ->
                        stacks(call).require(call.form().require("StackName")).settings())
                .template();
        boolean present = !template.resources().isEmpty();
        xml.element("TemplateBody", Optional.of(template.body()).filter(body -> present))
                .list("StagesAvailable", present ? List.of("Original", "Processed") : List.of());
    }
}
