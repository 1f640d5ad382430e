// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.DkpDeployment;
import io.github.dkpbootstrap.InvalidBootstrapSpecException;
import io.github.dkpbootstrap.sts.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

/**
 * The second way in of the vendor's page: EC2 instances with the instance profile of the stack, on which clusters are created
 * without any keys.
 *
 * <pre>{@code
 * DkpInstances instances = DkpInstances.of(DkpBootstrap.deploy());
 * instances.run(ec2, RunInstancesRequest.builder().imageId("ami-…").instanceType("t3.large").minCount(1).maxCount(1).build());
 * }</pre>
 *
 * <p>EC2 learns of a new profile some seconds after IAM, rarely minutes: what it refuses for that alone is tried again within a
 * budget of two minutes. Immutable and thread-safe. The clients stay the caller's.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html">IAM roles for Amazon EC2</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency">
 *     Changes are not always immediately visible</a>
 */
@SuppressWarnings("exports") // The module that the methods speak of is optional, and not passed on to others.
public final class DkpInstances {
    private static final Duration BUDGET = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ProfileIdentity profile;
    private final Optional<String> role;
    private final Duration budget;
    private final Clock clock;
    private final Sleeper sleeper;

    private DkpInstances(
            ProfileIdentity profile, Optional<String> role, Duration budget, Clock clock, Sleeper sleeper) {
        this.profile = profile;
        this.role = role;
        this.budget = budget;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Returns what works with the instance profile of a deployment. */
    public static DkpInstances of(DkpDeployment deployment) {
        return new DkpInstances(
                ProfileIdentity.of(deployment.outputs().instanceProfileArn().toString()),
                Optional.of(deployment.outputs().roleArn().toString()),
                BUDGET,
                Clock.systemUTC(),
                Sleeper.system());
    }

    /**
     * Returns what works with an instance profile of the account.
     *
     * @param nameOrArn its name, such as {@code DKPBootstrapInstanceProfile}, or its ARN
     * @throws InvalidBootstrapSpecException if it is neither
     */
    public static DkpInstances ofProfile(String nameOrArn) {
        return new DkpInstances(
                ProfileIdentity.of(nameOrArn), Optional.empty(), BUDGET, Clock.systemUTC(), Sleeper.system());
    }

    /**
     * Returns the same with another budget for each call, all its waiting included.
     *
     * @throws InvalidBootstrapSpecException unless it is longer than zero and an hour at most
     */
    public DkpInstances within(Duration budget) {
        if (budget.isNegative() || budget.isZero() || budget.compareTo(LONGEST) > 0) {
            throw new InvalidBootstrapSpecException(
                    "budget", budget.toString(), "it must be longer than zero, and an hour at most");
        }
        return new DkpInstances(profile, role, budget, clock, sleeper);
    }

    /** Returns the same with another clock and another way to wait; the system's unless set. */
    public DkpInstances withTime(Clock clock, Sleeper sleeper) {
        return new DkpInstances(profile, role, budget, clock, sleeper);
    }

    /**
     * Puts the profile on a request for instances, and IMDSv2 alone: {@code httpTokens} is {@code required} and the metadata
     * service is switched on. Everything else stays. No call to AWS.
     *
     * @return the builder that was given
     * @throws InstanceProfileException if the request names another profile, allows IMDSv1 explicitly, or switches the metadata
     *     service off
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html">Configure IMDS for
     *     new instances</a>
     */
    public RunInstancesRequest.Builder prepare(RunInstancesRequest.Builder request) {
        return LaunchRequest.prepared(request, profile);
    }

    /**
     * Starts instances with the profile, as {@link #prepare} says, and tries again while EC2 does not know the profile. All
     * tries carry one client token, the request's own if it has one, so that nothing is started twice. The caller needs
     * {@code ec2:RunInstances}, and {@code iam:PassRole} on the role.
     *
     * @throws InstanceProfileException if the request contradicts, EC2 refuses for another reason, or the budget is spent
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html">RunInstances</a>
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html">Client tokens</a>
     */
    public RunInstancesResponse run(Ec2Client ec2, RunInstancesRequest request) {
        RunInstancesRequest once = LaunchRequest.once(
                LaunchRequest.prepared(request.toBuilder(), profile).build());
        String what = "Instances with the profile %s could not be started".formatted(profile);
        try {
            return patience().untilKnown(what, () -> ec2.runInstances(once));
        } catch (Ec2Exception e) {
            throw Ec2Errors.permanent(what, "ec2:RunInstances", role, e);
        }
    }

    /** Puts the profile on an instance that has none; see {@link #attach(Ec2Client, String, OtherProfile)}. */
    public InstanceAttachment attach(Ec2Client ec2, String instanceId) {
        return attach(ec2, instanceId, OtherProfile.KEEP);
    }

    /**
     * Puts the profile on an instance that runs or is stopped, and waits until EC2 says {@code associated}. One that has it
     * already is left as it is. How the instance gives out the credentials is in the result, and is not changed. The caller
     * needs {@code ec2:DescribeIamInstanceProfileAssociations}, {@code ec2:AssociateIamInstanceProfile} (to replace,
     * {@code ec2:ReplaceIamInstanceProfileAssociation}), {@code iam:PassRole} on the role, and for the look at the metadata
     * {@code ec2:DescribeInstances}.
     *
     * @throws InstanceProfileException if the instance has another profile that is to be kept, EC2 refuses, or the budget is
     *     spent
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html">
     *     AssociateIamInstanceProfile</a>
     */
    public InstanceAttachment attach(Ec2Client ec2, String instanceId, OtherProfile other) {
        return new Association(ec2, instanceId, profile, other, patience()).attach(role);
    }

    private Patience patience() {
        return new Patience(clock, sleeper, budget);
    }

    /** Returns the profile. */
    @Override
    public String toString() {
        return "DkpInstances{" + profile + "}";
    }
}
