// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * A role can be handed out that nobody named. One check for each way to say so; all look only at statements that allow, in
 * policies of identities, and at none with a condition that {@linkplain RoleGrant#isLimitedBy names the services}.
 */
abstract class RoleGrantCheck extends StatementCheck {
    private final RoleGrant grant;
    private final ActionForm action;
    private final ResourceForm resource;

    RoleGrantCheck(String id, Severity severity, RoleGrant grant, ActionForm action, ResourceForm resource) {
        super(ofAws(id, severity, summary(grant, action, resource), remedy(grant)));
        this.grant = grant;
        this.action = action;
        this.resource = resource;
    }

    @Override
    final void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target().isIdentityBased()
                && statement.allows()
                && ActionForm.of(statement, ActionPattern.of(grant.action())).equals(Optional.of(action))
                && statement.conditions().stream().noneMatch(grant::isLimitedBy)) {
            resources(statement, report);
        }
    }

    private void resources(StatementAt statement, Report report) {
        switch (resource) {
            case NOT -> {
                if (statement.statement().notResources().isPresent()) {
                    report.add(
                            statement.path("NotResource"),
                            "The statement allows %s on every role that NotResource does not list"
                                    .formatted(grant.action()));
                }
            }
            case STAR -> statement.resources().forEach(at -> star(at, report));
        }
    }

    private void star(At<ResourcePattern> at, Report report) {
        at.value()
                .value()
                .text()
                .filter(grant::leavesOpen)
                .ifPresent(text -> report.add(
                        at.path(),
                        "The statement allows %s on %s, whichever role that is"
                                .formatted(grant.action(), Quote.of(text))));
    }

    private static String summary(RoleGrant grant, ActionForm action, ResourceForm resource) {
        String how = switch (action) {
            case NAMED -> "";
            case STAR -> " by a wildcard in the action";
            case NOT -> " by NotAction";
        };
        String where = switch (resource) {
            case STAR -> "roles that a wildcard leaves open";
            case NOT -> "all roles but those of NotResource";
        };
        return "%s is allowed%s on %s.".formatted(grant.action(), how, where);
    }

    private static String remedy(RoleGrant grant) {
        return switch (grant) {
            case PASS_ROLE -> "Name the roles, or add a condition on iam:PassedToService.";
            case CREATE_SERVICE_LINKED_ROLE -> "Name the service in the path of the role, or in iam:AWSServiceName.";
        };
    }
}
