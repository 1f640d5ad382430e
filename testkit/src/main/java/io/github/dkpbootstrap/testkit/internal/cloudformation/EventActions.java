// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * DescribeEvents: the events of a stack by operation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html">
 *     DescribeEvents</a>
 */
final class EventActions {
    private final Function<String, Region> regions;
    private final Pages pages;

    EventActions(Function<String, Region> regions, Pages pages) {
        this.regions = regions;
        this.pages = pages;
    }

    void register(QueryService service) {
        service.answer("DescribeEvents", this::events);
    }

    private void events(Call call, Xml xml) {
        Form form = call.form();
        boolean failedOnly = form.isTrue("Filters.FailedEvents");
        Optional<ChangeSet> set = changeSet(call);
        Stack stack = set.map(ChangeSet::stack).orElseGet(() -> stack(call));
        Optional<OperationEntry> operation = set.map(ChangeSet::operation)
                .or(() -> form.find("OperationId").flatMap(stack.operations()::find))
                .or(() -> newest(stack, failedOnly));
        List<OperationEvent> events = new ArrayList<>(stack.operations().events().stream()
                .filter(event -> operation.isEmpty() || operation.get() == event.operation())
                .filter(event -> !failedOnly || event.failed())
                .toList());
        Collections.reverse(events);
        pages.write(call, xml, "OperationEvents", events, (member, event) -> OperationXml.event(member, event, stack));
    }

    /**
     * The failures of a stack are those of its newest operation: after a rollback that went well there are none, though
     * the operation before it failed.
     */
    private static Optional<OperationEntry> newest(Stack stack, boolean failedOnly) {
        return failedOnly ? stack.operations().current() : Optional.empty();
    }

    private Optional<ChangeSet> changeSet(Call call) {
        Form form = call.form();
        return form.find("ChangeSetName")
                .filter(name ->
                        name.startsWith("arn:") || form.find("StackName").isPresent())
                .map(name -> regions.apply(call.region()).requireChangeSet(call));
    }

    private Stack stack(Call call) {
        Form form = call.form();
        StackStore stacks = regions.apply(call.region()).stacks();
        Optional<String> operation = form.find("OperationId");
        if (operation.isPresent()) {
            return stacks.all().stream()
                    .filter(stack -> stack.operations().find(operation.get()).isPresent())
                    .findFirst()
                    .orElseThrow(() -> ServiceError.validation("Operation [" + operation.get() + "] does not exist"));
        }
        return stacks.require(
                form.find("StackName")
                        .orElseThrow(() -> ServiceError.validation(
                                "One of ChangeSetName, OperationId or StackName must be specified")),
                "Stack [%s] does not exist");
    }
}
