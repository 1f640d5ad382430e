// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The actions that change stacks. */
final class WriteActions {
    private static final String NAME = "[a-zA-Z][-a-zA-Z0-9]*";
    private static final int MAX_NAME = 128;
    private static final String NO_STACK = "Stack [%s] does not exist";

    private final Settings settings;
    private final Function<String, Region> regions;

    WriteActions(Settings settings, Function<String, Region> regions) {
        this.settings = settings;
        this.regions = regions;
    }

    void register(QueryService service) {
        Answers answers = new Answers(regions);
        service.answer(
                        "CreateStack",
                        (call, xml) -> answers.operation(
                                call,
                                xml,
                                OperationKind.CREATE_STACK,
                                answers.once(call, region -> create(region, call))))
                .answer(
                        "UpdateStack",
                        (call, xml) -> answers.operation(
                                call,
                                xml,
                                OperationKind.UPDATE_STACK,
                                answers.once(call, region -> update(region, call))))
                .act("DeleteStack", call -> answers.once(call, region -> delete(region, call)))
                .answer("UpdateTerminationProtection", this::protect);
    }

    private String create(Region region, Call call) {
        Form form = call.form();
        String name = name(form.require("StackName"));
        CreateOperation.OnFailure onFailure = onFailure(form);
        StackSettings wanted = settings.read(form, Optional.empty());
        if (region.stacks().find(name).isPresent()) {
            throw ServiceError.of("AlreadyExistsException", 400, "Stack [" + name + "] already exists");
        }
        Stack stack = region.draft(name, call, wanted);
        region.stacks().add(stack);
        stack.setRollbackDisabled(onFailure == CreateOperation.OnFailure.DO_NOTHING);
        stack.setLeftOnFailure(
                form.find("OnFailure").filter("DO_NOTHING"::equals).isPresent());
        stack.setTerminationProtected(form.isTrue("EnableTerminationProtection"));
        Workshop workshop = region.workshop(stack, call);
        stack.setRetainingExceptOnCreate(form.isTrue("RetainExceptOnCreate"));
        stack.begin(
                new CreateOperation(workshop, onFailure, Adoption.none(workshop)),
                region.entry(call, OperationKind.CREATE_STACK));
        return stack.id();
    }

    /** Returns a name for a stack, if it is one. */
    static String name(String name) {
        if (!name.matches(NAME)) {
            throw ServiceError.constraint(
                    "stackName", "'" + name + "'", "Member must satisfy regular expression pattern: " + NAME);
        }
        if (name.length() > MAX_NAME) {
            throw ServiceError.constraint(
                    "stackName", "'" + name + "'", "Member must have length less than or equal to " + MAX_NAME);
        }
        return name;
    }

    private static CreateOperation.OnFailure onFailure(Form form) {
        Optional<String> chosen = form.find("OnFailure");
        if (chosen.isPresent() && form.find("DisableRollback").isPresent()) {
            throw ServiceError.validation("You can specify either DisableRollback or OnFailure, but not both.");
        }
        if (form.isTrue("DisableRollback")) {
            return CreateOperation.OnFailure.DO_NOTHING;
        }
        return switch (chosen.orElse("ROLLBACK")) {
            case "ROLLBACK" -> CreateOperation.OnFailure.ROLLBACK;
            case "DELETE" -> CreateOperation.OnFailure.DELETE;
            case "DO_NOTHING" -> CreateOperation.OnFailure.DO_NOTHING;
            default ->
                throw ServiceError.constraint(
                        "onFailure",
                        "'" + chosen.orElse("") + "'",
                        "Member must satisfy enum value set: [ROLLBACK, DELETE, DO_NOTHING]");
        };
    }

    private String update(Region region, Call call) {
        Stack stack = region.stacks().require(call.form().require("StackName"), NO_STACK);
        UpdateRules.check(stack, call.form());
        StackSettings wanted = settings.read(call.form(), Optional.of(stack.settings()));
        refuseChangedTypes(stack, wanted.template());
        Workshop workshop = region.workshop(stack, call);
        if (workshop.isUpToDate(wanted)) {
            throw ServiceError.validation("No updates are to be performed.");
        }
        stack.setRollbackDisabled(call.form().isTrue("DisableRollback"));
        stack.setRetainingExceptOnCreate(call.form().isTrue("RetainExceptOnCreate"));
        stack.begin(
                new UpdateOperation(workshop, wanted, Adoption.none(workshop)),
                region.entry(call, OperationKind.UPDATE_STACK));
        return stack.id();
    }

    /** Refuses a template that makes a resource one of another type. */
    static void refuseChangedTypes(Stack stack, Template template) {
        TreeSet<String> changed = new TreeSet<>();
        template.resources()
                .forEach((id, resource) -> stack.resource(id)
                        .filter(existing -> existing.type() != resource.type())
                        .ifPresent(existing -> changed.add(id)));
        if (!changed.isEmpty()) {
            throw ServiceError.validation("Update of resource type is not permitted. The new template modifies "
                    + "resource type of the following resources: " + changed);
        }
    }

    private String delete(Region region, Call call) {
        Form form = call.form();
        Optional<Stack> found = region.stacks().find(form.require("StackName"));
        if (found.isEmpty() || found.get().isDeleted() || found.get().status().equals("DELETE_IN_PROGRESS")) {
            return "";
        }
        Stack stack = found.get();
        if (stack.isTerminationProtected()) {
            throw ServiceError.validation(
                    "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        }
        UpdateRules.checkDeletion(stack);
        Set<String> retained = new TreeSet<>(form.list("RetainResources"));
        boolean force =
                form.find("DeletionMode").filter("FORCE_DELETE_STACK"::equals).isPresent();
        boolean failedBefore = stack.status().equals("DELETE_FAILED");
        if (!retained.isEmpty() && !failedBefore) {
            throw ServiceError.validation("Invalid operation on stack [" + stack.id()
                    + "]. Resources can only be retained when the stack is in the DELETE_FAILED state");
        }
        if (force && !failedBefore) {
            throw ServiceError.validation("Invalid operation on stack [" + stack.id()
                    + "]. FORCE_DELETE_STACK can only be used when the stack is in the DELETE_FAILED state");
        }
        DeleteOperation.Mode mode = force ? DeleteOperation.Mode.FORCE : DeleteOperation.Mode.STANDARD;
        stack.begin(
                new DeleteOperation(region.workshop(stack, call), retained, mode),
                region.entry(call, OperationKind.DELETE_STACK));
        return stack.id();
    }

    private void protect(Call call, Xml xml) {
        Stack stack = regions.apply(call.region()).stacks().require(call.form().require("StackName"), NO_STACK);
        stack.setTerminationProtected(call.form().isTrue("EnableTerminationProtection"));
        xml.element("StackId", stack.id());
    }
}
