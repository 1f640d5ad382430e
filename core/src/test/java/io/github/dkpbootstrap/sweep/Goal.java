// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.Bootstrapper;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.DkpPlan;
import io.github.dkpbootstrap.policy.JsonLayout;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is wanted of a stack, and what the stack was made of that is found. */
enum Goal {
    /** Deploys over an older version of the template; where there is no stack of use, it is created. */
    CREATE(BootstrapSpec.Outputs.OMITTED, "new", template -> template),
    /** Deploys another trust policy, outputs and tags: the role is touched. */
    UPDATE(
            BootstrapSpec.Outputs.OMITTED,
            "old",
            template -> template.replace("ec2.amazonaws.com", "ecs-tasks.amazonaws.com")),
    /** Deploys what is there. */
    NO_CHANGE(BootstrapSpec.Outputs.INCLUDED, "new", template -> template),
    /** Takes what exists without a stack into the stack; where the stack has it already, deploys. */
    ADOPT(BootstrapSpec.Outputs.OMITTED, "old", template -> template),
    /** Destroys. */
    DESTROY(BootstrapSpec.Outputs.INCLUDED, "new", template -> template),
    /** Plans a deployment over another template, and closes the plan. */
    PLAN(BootstrapSpec.Outputs.OMITTED, "old", template -> template);

    private final String teamBefore;
    private final String templateBefore;

    Goal(BootstrapSpec.Outputs outputsBefore, String teamBefore, UnaryOperator<String> templateBefore) {
        BootstrapSpec before = BootstrapSpec.builder().outputs(outputsBefore).build();
        this.teamBefore = teamBefore;
        this.templateBefore = templateBefore.apply(DkpBootstrap.template(before).json(JsonLayout.MINIFIED));
    }

    String templateBefore() {
        return templateBefore;
    }

    Map<String, String> tagsBefore() {
        return Map.of("team", teamBefore);
    }

    boolean writes() {
        return this != PLAN;
    }

    /** Calls the verb; returns the name of what came of it. */
    String pursue(Bootstrapper bootstrapper, BootstrapSpec spec) {
        return switch (this) {
            case CREATE, UPDATE, NO_CHANGE ->
                bootstrapper.deploy(spec).outcome().name();
            case ADOPT -> bootstrapper.adopt(spec).outcome().name();
            case DESTROY -> bootstrapper.destroy(spec).name();
            case PLAN -> plan(bootstrapper, spec);
        };
    }

    /** Returns what the same call comes to when this goal was reached before. */
    String settled(String reached) {
        return switch (this) {
            case CREATE, UPDATE, NO_CHANGE, ADOPT -> reached.matches("CREATED|UPDATED|ADOPTED") ? "UNCHANGED" : reached;
            case DESTROY -> reached.equals("DESTROYED") ? "ABSENT" : reached;
            case PLAN -> reached;
        };
    }

    /** Makes a plan as a process does that stops before it closes it. */
    static void abandonPlan(Bootstrapper bootstrapper, BootstrapSpec spec) {
        if (bootstrapper.plan(spec).changeSetId().isEmpty()) {
            throw new IllegalStateException("The plan has no change set that could be left behind");
        }
    }

    private static String plan(Bootstrapper bootstrapper, BootstrapSpec spec) {
        try (DkpPlan plan = bootstrapper.plan(spec)) {
            return plan.kind().name();
        }
    }
}
