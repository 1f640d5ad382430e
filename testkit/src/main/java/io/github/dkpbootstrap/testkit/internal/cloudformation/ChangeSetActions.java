// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The actions that create, execute and delete change sets. */
final class ChangeSetActions {
    private final Timeline timeline;
    private final Settings settings;
    private final Function<String, Region> regions;

    ChangeSetActions(Timeline timeline, Settings settings, Function<String, Region> regions) {
        this.timeline = timeline;
        this.settings = settings;
        this.regions = regions;
    }

    void register(QueryService service) {
        service.answer("CreateChangeSet", this::create)
                .answer("ExecuteChangeSet", this::execute)
                .answer("DeleteChangeSet", this::delete);
    }

    private void create(Call call, Xml xml) {
        Region region = regions.apply(call.region());
        ChangeSetRequest request = ChangeSetRequest.read(call.form());
        String id = region.once(call, "ClientToken", () -> create(region, call, request));
        xml.element("Id", id).element("StackId", region.stackOf(id));
    }

    private String create(Region region, Call call, ChangeSetRequest request) {
        String nameOrId = call.form().require("StackName");
        Optional<Stack> existing = region.stacks().find(nameOrId).filter(stack -> !stack.isDeleted());
        boolean fresh = existing.map(Stack::isInReview).orElse(true);
        if (request.type() == ChangeSetRequest.Type.CREATE && !fresh) {
            throw ServiceError.validation(
                    "Stack [%s] already exists and cannot be created again with the changeSet [%s]."
                            .formatted(existing.map(Stack::name).orElse(nameOrId), request.name()));
        }
        if ((request.type() == ChangeSetRequest.Type.UPDATE && fresh)
                || (existing.isEmpty() && nameOrId.startsWith("arn:"))) {
            throw ServiceError.validation("Stack [" + nameOrId + "] does not exist");
        }
        existing.filter(stack -> !stack.isInReview()).ifPresent(UpdateRules::checkChangeSet);
        existing.ifPresent(stack -> refuseDuplicate(stack, request));
        StackSettings wanted = settings.read(call.form(), fresh ? Optional.empty() : existing.map(Stack::settings));
        existing.ifPresent(stack -> WriteActions.refuseChangedTypes(stack, wanted.template()));
        Stack stack = existing.orElseGet(() -> region.draft(WriteActions.name(nameOrId), call, StackSettings.NONE));
        Workshop workshop = region.workshop(stack, call);
        checkImports(workshop, wanted, request);
        OperationEntry entry = new OperationEntry(OperationKind.CREATE_CHANGESET, request.token(), timeline.now());
        stack.operations().open(entry);
        if (existing.isEmpty()) {
            region.stacks().add(stack);
            workshop.transition("REVIEW_IN_PROGRESS", "User Initiated");
        }
        ChangeSet set = new ChangeSet(region.changeSetId(request.name(), call), stack, request, wanted, entry);
        stack.changeSets().add(set);
        region.remember(set);
        new ChangeSetDraft(workshop, set).start();
        return set.id();
    }

    private static void checkImports(Workshop workshop, StackSettings wanted, ChangeSetRequest request) {
        if (request.type() == ChangeSetRequest.Type.IMPORT) {
            List<ResourceChange> changes = new ChangePlan(workshop, wanted, Map.of()).changes();
            new ImportRules(workshop.stack().settings(), wanted, request.resourcesToImport()).check(changes);
        } else if (!request.resourcesToImport().isEmpty()) {
            throw ServiceError.validation("ResourcesToImport is only valid for the change set type IMPORT");
        }
    }

    private static void refuseDuplicate(Stack stack, ChangeSetRequest request) {
        stack.changeSets().find(request.name()).filter(same -> !same.isSpent()).ifPresent(same -> {
            boolean tokens =
                    request.token().isPresent() || same.request().token().isPresent();
            throw ServiceError.of(
                    "AlreadyExistsException",
                    400,
                    tokens
                            ? "ChangeSet %s cannot be created due to a mismatch with existing attribute ClientToken"
                                    .formatted(request.name())
                            : "ChangeSet " + request.name() + " already exists");
        });
    }

    private void execute(Call call, Xml xml) {
        Region region = regions.apply(call.region());
        region.once(call, () -> execute(region, call));
    }

    private static String execute(Region region, Call call) {
        ChangeSet set = region.requireChangeSet(call);
        if (!set.isExecutable()) {
            throw notPossible(set, "executed");
        }
        Stack stack = set.stack();
        if (!stack.isInReview()) {
            UpdateRules.check(stack, call.form());
        }
        CreateOperation.OnFailure onFailure = onFailure(set, call.form());
        Workshop workshop = region.workshop(stack, call);
        Adoption adoption = new Adoption(workshop, set.imports());
        stack.setRetainingExceptOnCreate(call.form().isTrue("RetainExceptOnCreate"));
        stack.setLeftOnFailure(
                set.request().onStackFailure().equals(Optional.of(CreateOperation.OnFailure.DO_NOTHING)));
        stack.setRollbackDisabled(onFailure == CreateOperation.OnFailure.DO_NOTHING);
        if (set.request().revertsDrift()) {
            new ActualState(workshop.timeline().now()).settle(stack);
        }
        Operation operation = switch (set.request().type()) {
            case CREATE -> {
                stack.setSettings(set.settings());
                yield new CreateOperation(workshop, onFailure, adoption);
            }
            case UPDATE -> new UpdateOperation(workshop, set.settings(), adoption);
            case IMPORT -> new ImportOperation(workshop, set.settings(), adoption);
        };
        set.execute();
        boolean first = set.request().type() == ChangeSetRequest.Type.CREATE;
        stack.begin(operation, region.entry(call, first ? OperationKind.CREATE_STACK : OperationKind.UPDATE_STACK));
        return set.id();
    }

    private static CreateOperation.OnFailure onFailure(ChangeSet set, Form form) {
        Optional<CreateOperation.OnFailure> chosen = set.request().onStackFailure();
        if (chosen.isPresent() && form.find("DisableRollback").isPresent()) {
            throw ServiceError.validation("You can specify either DisableRollback or OnStackFailure, but not both.");
        }
        return form.isTrue("DisableRollback")
                ? CreateOperation.OnFailure.DO_NOTHING
                : chosen.orElse(CreateOperation.OnFailure.ROLLBACK);
    }

    private void delete(Call call, Xml xml) {
        regions.apply(call.region()).findChangeSet(call).ifPresent(set -> {
            if (set.isUnderWay() || set.isExecuting()) {
                throw notPossible(set, "deleted");
            }
            set.stack().changeSets().remove(set);
        });
    }

    private static ServiceError notPossible(ChangeSet set, String what) {
        return ServiceError.of(
                "InvalidChangeSetStatus",
                400,
                set.isCreated()
                        ? "ChangeSet [%s] cannot be %s in its current execution status of [%s]"
                                .formatted(set.id(), what, set.executionStatus())
                        : "ChangeSet [%s] cannot be %s in its current status of [%s]"
                                .formatted(set.id(), what, set.status()));
    }
}
