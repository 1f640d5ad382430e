// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/**
 * Tries to assume a role, as nothing else tells whether it can be: lists and reads of IAM know of a role long before STS
 * does. Never fails: what cannot be told is {@link RoleReadiness#NOT_YET}. The credentials are dropped unseen.
 */
final class RoleProbe {
    private static final Logger LOG = LoggerFactory.getLogger(RoleProbe.class);
    private static final String SESSION_NAME = "dkp-bootstrap-probe";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** A change of IAM that has not arrived by then is none: the longest delay that users report is a minute. */
    private static final Duration PROPAGATION = Duration.ofMinutes(2);
    /** One place may know of the role while another does not. */
    private static final int WANTED_SUCCESSES = 2;

    private static final int SHORTEST_SESSION_SECONDS = 900;

    private final BootstrapClients clients;
    private final Arn role;
    private boolean deniedLast;

    RoleProbe(BootstrapClients clients, Arn role) {
        this.clients = clients;
        this.role = role;
    }

    RoleReadiness within(Duration budget) {
        Instant start = clients.clock().instant();
        int successes = 0;
        while (true) {
            RoleReadiness answer = attempt();
            successes = answer == RoleReadiness.ASSUMABLE ? successes + 1 : 0;
            if (successes == WANTED_SUCCESSES || answer == RoleReadiness.DENIED) {
                return answer;
            }
            Duration elapsed = Duration.between(start, clients.clock().instant());
            if (elapsed.plus(PAUSE).compareTo(budget) > 0) {
                return successes > 0 ? RoleReadiness.ASSUMABLE : undecided(elapsed);
            }
            if (!slept()) {
                return RoleReadiness.NOT_YET;
            }
        }
    }

    private RoleReadiness undecided(Duration elapsed) {
        boolean lasted = elapsed.plus(PAUSE).compareTo(PROPAGATION) > 0;
        return lasted && deniedLast ? RoleReadiness.DENIED : RoleReadiness.NOT_YET;
    }

    private boolean slept() {
        try {
            clients.sleeper().sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RoleReadiness attempt() {
        try {
            AssumeRoleResponse response = clients.sts()
                    .assumeRole(r -> r.roleArn(role.toString())
                            .roleSessionName(SESSION_NAME)
                            .durationSeconds(SHORTEST_SESSION_SECONDS));
            return response.credentials() == null ? RoleReadiness.NOT_YET : RoleReadiness.ASSUMABLE;
        } catch (SdkException e) {
            deniedLast = e instanceof AwsServiceException service && "AccessDenied".equals(code(service));
            LOG.debug("The role {} could not be assumed yet: {}", role, e.getMessage());
            return isFinal(e) ? RoleReadiness.DENIED : RoleReadiness.NOT_YET;
        }
    }

    private static @Nullable String code(AwsServiceException e) {
        return e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    }

    /** A missing permission may be one that has not arrived yet; a deny was written on purpose. */
    private static boolean isFinal(SdkException e) {
        String text = String.valueOf(e.getMessage());
        return e instanceof AwsServiceException
                && (text.contains("explicit deny") || text.contains("may not be assumed by root accounts"));
    }
}
