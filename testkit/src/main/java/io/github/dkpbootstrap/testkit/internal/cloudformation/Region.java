// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** CloudFormation in one Region: its stacks, and the calls that it remembers by their tokens. */
final class Region {
    /** What early validation looks at: the execution of a change set was looked at when the change set was made. */
    private static final Set<String> VALIDATED = Set.of("CreateStack", "UpdateStack", "CreateChangeSet");

    private record Remembered(Map<String, String> parameters, String id) {}

    private final Account account;
    private final Timeline timeline;
    private final Gate gate;
    private final QueryService iam;
    private final CloudFormationService.Options options;
    private final StackStore stacks = new StackStore();
    private final List<DriftDetection> detections = new ArrayList<>();
    private final Map<String, String> changeSets = new HashMap<>();
    private final Map<String, Remembered> tokens = new HashMap<>();

    Region(Account account, Timeline timeline, Gate gate, QueryService iam, CloudFormationService.Options options) {
        this.account = account;
        this.timeline = timeline;
        this.gate = gate;
        this.iam = iam;
        this.options = options;
    }

    StackStore stacks() {
        return stacks;
    }

    Workshop workshop(Stack stack, Call call) {
        IamClient client = new IamClient(gate, iam, call.caller(), call.region());
        boolean validated = VALIDATED.contains(call.action()) && !call.form().isTrue("DisableValidation");
        EarlyValidation early = validated ? options.earlyValidation() : EarlyValidation.OFF;
        return new Workshop(stack, stacks, timeline, client, account, options.troubles(), early);
    }

    /** Returns the runs of drift detection. */
    List<DriftDetection> detections() {
        return detections;
    }

    /** Returns an operation that a call starts now. */
    OperationEntry entry(Call call, OperationKind kind) {
        return new OperationEntry(kind, Answers.token(call), timeline.now());
    }

    /** Makes a stack under a new id, which the Region does not know yet. */
    Stack draft(String name, Call call, StackSettings settings) {
        String id = account.arn("cloudformation", call.region(), "stack/" + name + "/" + Ids.uuid());
        return new Stack(name, id, call.region(), settings, timeline.now());
    }

    /** Returns the ARN of a new change set. */
    String changeSetId(String name, Call call) {
        return account.arn("cloudformation", call.region(), "changeSet/" + name + "/" + Ids.uuid());
    }

    /** Keeps to which stack a change set belongs, even when it is deleted. */
    void remember(ChangeSet set) {
        changeSets.put(set.id(), set.stack().id());
    }

    /** Returns the id of the stack of a change set. */
    Optional<String> stackOf(String changeSetId) {
        return Optional.ofNullable(changeSets.get(changeSetId));
    }

    /** Returns the change set that a call names. */
    Optional<ChangeSet> findChangeSet(Call call) {
        String nameOrId = call.form().require("ChangeSetName");
        if (nameOrId.startsWith("arn:")) {
            return stackOf(nameOrId)
                    .flatMap(stacks::find)
                    .flatMap(stack -> stack.changeSets().find(nameOrId));
        }
        String stackName = call.form()
                .find("StackName")
                .orElseThrow(() -> ServiceError.validation(
                        "StackName must be specified if ChangeSetName is not specified as an ARN."));
        return stacks.require(stackName, "Stack [%s] does not exist")
                .changeSets()
                .find(nameOrId);
    }

    /** Returns the change set that a call names, or fails. */
    ChangeSet requireChangeSet(Call call) {
        return findChangeSet(call)
                .orElseThrow(() -> ServiceError.of(
                        "ChangeSetNotFound",
                        404,
                        "ChangeSet [" + call.form().require("ChangeSetName") + "] does not exist"));
    }

    /** Runs a call that has an effect once: the same token again gives the same id and nothing else. */
    String once(Call call, Supplier<String> effect) {
        return once(call, "ClientRequestToken", effect);
    }

    /** Runs a call that has an effect once: the same token in {@code parameter} again gives the same id. */
    String once(Call call, String parameter, Supplier<String> effect) {
        Optional<String> token = call.form().find(parameter);
        Map<String, String> parameters = call.form().sorted();
        if (token.isEmpty()) {
            return effect.get();
        }
        if (!token.get().matches("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}")) {
            throw ServiceError.constraint(
                    parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1),
                    "'" + token.get() + "'",
                    "Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*");
        }
        String key = parameter + " " + token.get();
        Remembered known = tokens.get(key);
        if (known == null) {
            String id = effect.get();
            tokens.put(key, new Remembered(parameters, id));
            return id;
        }
        if (!known.parameters().equals(parameters)) {
            throw ServiceError.of(
                    "TokenAlreadyExistsException",
                    400,
                    "A client request token already exists for another request: " + token.get());
        }
        return known.id();
    }
}
