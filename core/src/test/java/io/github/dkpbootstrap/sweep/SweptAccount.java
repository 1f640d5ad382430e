// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.template.TemplateRenderer;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.LocalCall;
import io.github.dkpbootstrap.testkit.ResourceFault;
import io.github.dkpbootstrap.testkit.StackScript;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.time.Instant;
import java.util.List;

/** The account of one run, as its scenario wants to find it. */
final class SweptAccount {
    static final String STACK = "dkp-bootstrapper";
    /** From these, adopting needs resources that another stack has left behind. */
    private static final List<String> WITHOUT_RESOURCES = List.of(Scenario.NO_STACK, "REVIEW_IN_PROGRESS");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Rig rig;
    private final Scenario scenario;
    private final VirtualClock clock = VirtualClock.at(START);
    private final LocalAws aws;
    private final BootstrapSpec spec;

    SweptAccount(Rig rig, Scenario scenario) {
        this.rig = rig;
        this.scenario = scenario;
        this.aws = rig.fresh(clock);
        this.spec = scenario.knob().spec();
        Bystanders.plant(aws);
        reach();
        heal();
    }

    private void reach() {
        boolean adopts = scenario.goal() == Goal.ADOPT;
        if (adopts && WITHOUT_RESOURCES.contains(scenario.status())) {
            stack("earlier").template(orphaned()).reach("DELETE_COMPLETE");
        }
        if (scenario.knob() == Knob.OWN_PLAN) {
            Goal.abandonPlan(rig.process(Retries.OURS, clock), spec);
        } else if (adopts && scenario.status().equals("DELETE_COMPLETE")) {
            stack(STACK).template(orphaned()).reach("DELETE_COMPLETE");
        } else if (!scenario.status().equals(Scenario.NO_STACK)) {
            stack(STACK).reach(scenario.status());
        }
        if (scenario.knob() == Knob.PROTECTED) {
            rig.cloudFormation()
                    .updateTerminationProtection(r -> r.stackName(STACK).enableTerminationProtection(true));
        }
    }

    private StackScript stack(String name) {
        return aws.stack(name)
                .template(scenario.goal().templateBefore())
                .tags(scenario.goal().tagsBefore());
    }

    /** The deletion of a stack of this template leaves all three resources behind. */
    private String orphaned() {
        return scenario.goal()
                .templateBefore()
                .replaceAll("(\"Type\":\"AWS::IAM::\\w+\")", "$1,\"DeletionPolicy\":\"Retain\"");
    }

    /** Lets a fault happen to a call from now on. */
    void disturb(int call, Fault fault) {
        fault.onCall(call).ifPresentOrElse(aws::inject, () -> rig.wire().stopAt(call, fault));
    }

    /** Takes back what fault is left, but not what the scenario itself is about. */
    void heal() {
        rig.wire().letGo();
        aws.clearFaults();
        aws.forgetCalls();
        if (scenario.knob().isStuck()) {
            aws.inject(ResourceFault.on(TemplateRenderer.ROLE)
                    .whenRollingBack()
                    .fails("Access to the role is denied")
                    .handlerErrorCode("AccessDenied")
                    .always());
        }
    }

    /** Pursues the goal, in a process of its own. */
    Result act(Retries retries) {
        try {
            return Result.of(scenario.goal().pursue(rig.process(retries, clock), spec));
        } catch (RuntimeException | Error e) {
            return Result.of(e);
        }
    }

    /** Returns the calls since {@link #heal}. */
    List<LocalCall> calls() {
        return aws.calls();
    }

    Picture picture() {
        return Picture.of(rig, STACK);
    }
}
