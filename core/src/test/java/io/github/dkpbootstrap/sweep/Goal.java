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
    CREATE(BootstrapSpec.Outputs.OMITTED, Map.of("team", "new"), template -> template, Goal::deploy),
    /** Deploys another trust policy, outputs and tags: the role is touched. */
    UPDATE(
            BootstrapSpec.Outputs.OMITTED,
            Map.of("team", "old"),
            template -> template.replace("ec2.amazonaws.com", "ecs-tasks.amazonaws.com"),
            Goal::deploy),
    /** Deploys what is there. */
    NO_CHANGE(BootstrapSpec.Outputs.INCLUDED, Map.of("team", "new"), template -> template, Goal::deploy),
    /** Takes what exists without a stack into the stack; where the stack has it already, deploys. */
    ADOPT(
            BootstrapSpec.Outputs.OMITTED,
            Map.of("team", "old"),
            template -> template,
            (bootstrapper, spec) -> bootstrapper.adopt(spec).outcome().name()),
    /** Destroys. */
    DESTROY(
            BootstrapSpec.Outputs.INCLUDED,
            Map.of("team", "new"),
            template -> template,
            (bootstrapper, spec) -> bootstrapper.destroy(spec).name()),
    /** Plans a deployment over another template, and closes the plan. */
    PLAN(BootstrapSpec.Outputs.OMITTED, Map.of("team", "old"), template -> template, Goal::plan);

    /** A verb; returns the name of what came of it. */
    private interface Act {
        String on(Bootstrapper bootstrapper, BootstrapSpec spec);
    }

    private final Map<String, String> tagsBefore;
    private final String templateBefore;
    private final Act act;

    Goal(
            BootstrapSpec.Outputs outputsBefore,
            Map<String, String> tagsBefore,
            UnaryOperator<String> templateBefore,
            Act act) {
        BootstrapSpec before = BootstrapSpec.builder().outputs(outputsBefore).build();
        this.tagsBefore = tagsBefore;
        this.templateBefore = templateBefore.apply(DkpBootstrap.template(before).json(JsonLayout.MINIFIED));
        this.act = act;
    }

    String templateBefore() {
        return templateBefore;
    }

    Map<String, String> tagsBefore() {
        return tagsBefore;
    }

    boolean writes() {
        return this != PLAN;
    }

    String pursue(Bootstrapper bootstrapper, BootstrapSpec spec) {
        return act.on(bootstrapper, spec);
    }

    /** Returns what the same call comes to when this goal was reached before. */
    String settled(String reached) {
        return switch (this) {
            case CREATE, UPDATE, NO_CHANGE, ADOPT -> reached.matches("CREATED|UPDATED|ADOPTED") ? "UNCHANGED" : reached;
            case DESTROY -> reached.equals("DESTROYED") ? "ABSENT" : reached;
            case PLAN -> reached;
        };
    }

    private static String deploy(Bootstrapper bootstrapper, BootstrapSpec spec) {
        return bootstrapper.deploy(spec).outcome().name();
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
