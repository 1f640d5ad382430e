// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings a stack of a {@link LocalAws} in virtual time to where a test wants to find it, as the account's administrator.
 *
 * <pre>{@code
 * aws.stack("dkp-bootstrapper").template(body).reach("UPDATE_ROLLBACK_FAILED");
 * }</pre>
 *
 * <p>Nothing is feigned: stacks are created, updated, cancelled and deleted, resources fail, and the virtual clock moves as
 * far as it takes; {@link LocalAws#calls} does not tell of that. Not thread-safe; other calls wait meanwhile.
 */
public final class StackScript {
    /** A role and its instance profile, both named by CloudFormation. */
    private static final String TEMPLATE = """
            {"Resources":{
            "Role":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}}},
            "Profile":{"Type":"AWS::IAM::InstanceProfile","Properties":{"Roles":[{"Ref":"Role"}]}}}}""";

    private final World world;
    private final String region;
    private final String name;
    private String template = TEMPLATE;
    private String changeSet = "testkit";
    private final Map<String, String> tags = new LinkedHashMap<>();

    StackScript(World world, String region, String name) {
        this.world = world;
        this.region = region;
        this.name = name;
    }

    /**
     * Sets what the stack is made of; unless set, it is a role and an instance profile named by CloudFormation. In a status
     * after an update or on the way to it, this is the update's target; in a status of a rollback, it is what is rolled back
     * to.
     *
     * @param body JSON or YAML, without parameters that have no default
     */
    public StackScript template(String body) {
        this.template = body;
        return this;
    }

    /** Sets the tags of the stack; none unless set. */
    public StackScript tags(Map<String, String> tags) {
        this.tags.clear();
        this.tags.putAll(tags);
        return this;
    }

    /**
     * Sets the name of the change set that a stack in {@code REVIEW_IN_PROGRESS} has, and of the one that an import goes
     * through; {@code testkit} unless set.
     */
    public StackScript changeSet(String name) {
        this.changeSet = name;
        return this;
    }

    /**
     * Brings the stack, which does not exist yet, to a status. A status that ends by itself is left with two minutes to go:
     * the next calls find it.
     *
     * <p>Statuses of rollbacks need a template with two or more resources, those of updates one with a role or a managed
     * policy. No fault is left behind, and none of {@link LocalAws#inject} is used up.
     *
     * @param status one of CloudFormation's, such as {@code UPDATE_ROLLBACK_FAILED}
     * @return the ARN of the stack
     * @throws IllegalArgumentException if there is no such status, or CloudFormation does not accept the template
     * @throws IllegalStateException if time is not virtual, if there is such a stack already, or if the template does not
     *     lead to that status
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack status
     *     codes</a>
     */
    public String reach(String status) {
        return world.reach(new StackWish(region, name, template, tags, changeSet), status);
    }

    /**
     * Puts {@code count} events before all that there are, as of earlier updates, for tests of long histories.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     * @throws IllegalStateException if there is no such stack
     */
    public StackScript padEvents(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("There cannot be " + count + " more events");
        }
        world.onStacks(stacks -> stacks.padEvents(region, name, count));
        return this;
    }

    /**
     * Shows any status, one that CloudFormation does not have yet for example, in place of the true one, in descriptions of
     * the stack and in its latest event. It lasts until the true status changes; what is possible depends on that.
     *
     * @throws IllegalStateException if there is no such stack
     */
    public StackScript status(String status) {
        world.onStacks(stacks -> stacks.show(region, name, status));
        return this;
    }
}
