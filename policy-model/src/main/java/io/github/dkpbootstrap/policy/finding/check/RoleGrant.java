// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.ConditionValue;
import java.util.Set;

/** An action that hands out roles: which resources leave the role open, and which condition closes it again. */
enum RoleGrant {
    /**
     * Passes a role to a service. {@code iam:PassedToService} limits it to services. AWS says that names such as
     * {@code role/Service*} can be fine; here every role is that has a beginning in front of its first wildcard.
     */
    PASS_ROLE("iam:PassRole", "role/", "iam:PassedToService"),
    /** Creates the role of a service; its path names the service. {@code iam:AWSServiceName} does too. */
    CREATE_SERVICE_LINKED_ROLE("iam:CreateServiceLinkedRole", "role/aws-service-role/", "iam:AWSServiceName");

    private static final int FIELDS = 6;
    private static final Set<Comparison> POSITIVE =
            Set.of(Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE, Comparison.STRING_LIKE);

    private final String action;
    private final String prefix;
    private final String conditionKey;

    RoleGrant(String action, String prefix, String conditionKey) {
        this.action = action;
        this.prefix = prefix;
        this.conditionKey = conditionKey;
    }

    /** Returns the action as policies write it. */
    String action() {
        return action;
    }

    /** Returns whether the resource leaves open which role, or whose: a wildcard stands where the name would start. */
    boolean leavesOpen(String resource) {
        if (resource.equals("*")) {
            return true;
        }
        String[] fields = resource.split(":", FIELDS);
        if (fields.length < 3 || !fields[0].equals("arn") || !fields[2].equals("iam")) {
            return false;
        }
        String role = fields.length < FIELDS ? "*" : fields[FIELDS - 1];
        int literal = firstWildcard(role);
        return literal < role.length() && prefix.startsWith(role.substring(0, literal));
    }

    /**
     * Returns whether a condition names the services. One with {@code IfExists} or a set prefix does not, as it can hold
     * without the key; nor does a pattern that starts with a wildcard.
     */
    boolean isLimitedBy(ConditionAt condition) {
        return condition.hasKey(conditionKey)
                && POSITIVE.contains(condition.operator().comparison())
                && !condition.operator().isIfExists()
                && condition.operator().quantifier().isEmpty()
                && condition.values().stream().map(At::value).allMatch(value -> names(condition, value));
    }

    private static boolean names(ConditionAt condition, ConditionValue value) {
        boolean pattern = condition.operator().comparison() == Comparison.STRING_LIKE;
        return !pattern
                || value.value().text().filter(text -> firstWildcard(text) == 0).isEmpty();
    }

    private static int firstWildcard(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
            at++;
        }
        return at;
    }
}
