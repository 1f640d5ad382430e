// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** CloudFormation in one Region: its stacks, and the calls that it remembers by their tokens. */
final class Region {
    private record Remembered(Map<String, String> parameters, String stackId) {}

    private final Account account;
    private final Timeline timeline;
    private final Gate gate;
    private final QueryService iam;
    private final EarlyValidation earlyValidation;
    private final StackStore stacks = new StackStore();
    private final List<DriftDetection> detections = new ArrayList<>();
    private final Map<String, Remembered> tokens = new HashMap<>();

    Region(Account account, Timeline timeline, Gate gate, QueryService iam, EarlyValidation earlyValidation) {
        this.account = account;
        this.timeline = timeline;
        this.gate = gate;
        this.iam = iam;
        this.earlyValidation = earlyValidation;
    }

    /** Returns the runs of drift detection. */
    List<DriftDetection> detections() {
        return detections;
    }

    StackStore stacks() {
        return stacks;
    }

    Workshop workshop(Stack stack, Call call) {
        IamClient client = new IamClient(gate, iam, call.caller(), call.region());
        EarlyValidation early = call.form().isTrue("DisableValidation") ? EarlyValidation.OFF : earlyValidation;
        return new Workshop(stack, stacks, timeline, client, account, early);
    }

    /** Runs a call that has an effect once: the same token again gives the same stack id and nothing else. */
    String once(Call call, Supplier<String> effect) {
        Optional<String> token = call.form().find("ClientRequestToken");
        Map<String, String> parameters = call.form().sorted();
        if (token.isEmpty()) {
            return effect.get();
        }
        if (!token.get().matches("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}")) {
            throw ServiceError.constraint(
                    "clientRequestToken",
                    "'" + token.get() + "'",
                    "Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*");
        }
        Remembered known = tokens.get(token.get());
        if (known == null) {
            String stackId = effect.get();
            tokens.put(token.get(), new Remembered(parameters, stackId));
            return stackId;
        }
        if (!known.parameters().equals(parameters)) {
            throw ServiceError.of(
                    "TokenAlreadyExistsException",
                    400,
                    "A client request token already exists for another request: " + token.get());
        }
        return known.stackId();
    }
}
