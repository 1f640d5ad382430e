// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The actions that take a stack back from where an operation left it. */
final class RecoveryActions {
    private static final Set<String> TO_ROLL_BACK = Set.of("CREATE_FAILED", "UPDATE_FAILED");

    private final Function<String, Region> regions;

    RecoveryActions(Function<String, Region> regions) {
        this.regions = regions;
    }

    void register(QueryService service) {
        Answers answers = new Answers(regions);
        service.act("CancelUpdateStack", call -> answers.once(call, region -> cancel(region, call)))
                .answer(
                        "RollbackStack",
                        (call, xml) -> answers.operation(
                                call,
                                xml,
                                OperationKind.ROLLBACK,
                                answers.once(call, region -> rollBack(region, call))))
                .answer(
                        "ContinueUpdateRollback",
                        (call, xml) -> answers.once(call, region -> continueRollback(region, call)));
    }

    private String cancel(Region region, Call call) {
        Stack stack = stack(region, call);
        Optional<Operation> operation = stack.operation();
        if (stack.status().equals("UPDATE_IN_PROGRESS") && operation.orElse(null) instanceof UpdateOperation update) {
            update.cancel(Answers.token(call));
            return stack.id();
        }
        throw ServiceError.validation("CancelUpdateStack cannot be called from current stack status");
    }

    private String rollBack(Region region, Call call) {
        refuseRole(call);
        Stack stack = stack(region, call);
        if (!TO_ROLL_BACK.contains(stack.status())) {
            throw ServiceError.validation(
                    "RollbackStack cannot be called from current stack status: Stack:%s is in %s state"
                            .formatted(stack.id(), stack.status()));
        }
        stack.setRetainingExceptOnCreate(call.form().isTrue("RetainExceptOnCreate"));
        return begin(region, call, stack, OperationKind.ROLLBACK, Set.of());
    }

    private String continueRollback(Region region, Call call) {
        refuseRole(call);
        Stack stack = stack(region, call);
        if (!stack.status().equals("UPDATE_ROLLBACK_FAILED")) {
            throw ServiceError.validation("RollbackUpdatedStack cannot be called from current stack status");
        }
        Set<String> skipped = new TreeSet<>(call.form().list("ResourcesToSkip"));
        Set<String> foreign = new TreeSet<>(skipped);
        foreign.removeAll(stack.trail().map(Trail::stuck).orElse(Set.of()));
        if (!foreign.isEmpty()) {
            throw ServiceError.validation(
                    "Resources " + foreign + " cannot be skipped: only resources in UPDATE_FAILED "
                            + "state because a rollback failed can be skipped");
        }
        return begin(region, call, stack, OperationKind.CONTINUE_ROLLBACK, skipped);
    }

    private String begin(Region region, Call call, Stack stack, OperationKind kind, Set<String> skipped) {
        stack.begin(new RollbackOperation(region.workshop(stack, call), skipped), region.entry(call, kind));
        return stack.id();
    }

    private static Stack stack(Region region, Call call) {
        return region.stacks().require(call.form().require("StackName"), "Stack [%s] does not exist");
    }

    private static void refuseRole(Call call) {
        if (call.form().find("RoleARN").isPresent()) {
            throw ServiceError.notImplemented("cloudformation: the parameter RoleARN");
        }
    }
}
