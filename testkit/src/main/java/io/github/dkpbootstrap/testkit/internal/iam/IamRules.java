// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyException;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal.Identities;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Locale;
import java.util.Optional;

/**
 * What IAM accepts as names and documents.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
final class IamRules {
    static final int MAX_POLICY_CHARACTERS = 6144;
    static final int MAX_TRUST_CHARACTERS = 2048;
    static final int MAX_INLINE_CHARACTERS = 10_240;

    private static final String NAME = "[\\w+=,.@-]+";

    private final IamStore store;

    IamRules(IamStore store) {
        this.store = store;
    }

    static String name(Form form, String parameter, int limit) {
        String name = form.require(parameter);
        String member = parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
        if (!name.matches(NAME)) {
            throw ServiceError.validation("The specified value for " + member
                    + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        }
        if (name.length() > limit) {
            throw ServiceError.constraint(
                    member, "'" + name + "'", "Member must have length less than or equal to " + limit);
        }
        return name;
    }

    static String path(Form form) {
        String path = form.find("Path").filter(text -> !text.isEmpty()).orElse("/");
        if (!path.matches("/|/[!-~]+/") || path.length() > 512) {
            throw ServiceError.validation("The specified value for path is invalid. It must begin and end with / and "
                    + "contain only alphanumeric characters and/or / characters.");
        }
        return path;
    }

    static Document policy(String text, int limit) {
        Document document = parse(text);
        if (document.policy().quotaCharacters() > limit) {
            throw IamStore.limitExceeded("Cannot exceed quota for PolicySize: " + limit);
        }
        for (Statement statement : document.policy().statements()) {
            if (statement.principal().isPresent() || statement.notPrincipal().isPresent()) {
                throw malformed("Policy document should not specify a principal.");
            }
            if (statement.resources().isEmpty() && statement.notResources().isEmpty()) {
                throw malformed("Policy statement must contain resources.");
            }
        }
        return document;
    }

    Document trust(String text) {
        Document document = parse(text);
        if (document.policy().quotaCharacters() > MAX_TRUST_CHARACTERS) {
            throw IamStore.limitExceeded("Cannot exceed quota for ACLSizePerRole: " + MAX_TRUST_CHARACTERS);
        }
        for (Statement statement : document.policy().statements()) {
            trustStatement(statement);
        }
        return document;
    }

    private void trustStatement(Statement statement) {
        if (statement.resources().isPresent() || statement.notResources().isPresent()) {
            throw malformed("Has prohibited field Resource");
        }
        io.github.dkpbootstrap.policy.Principal principal = statement
                .principal()
                .or(statement::notPrincipal)
                .orElseThrow(
                        () -> malformed("AssumeRolepolicy contained an invalid principal: a statement names nobody."));
        statement
                .actions()
                .ifPresent(actions -> actions.forEach(action -> {
                    if (!action.service().orElse("").equalsIgnoreCase("sts")
                            && !action.value().requireText().equals("*")) {
                        throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
                    }
                }));
        if (principal instanceof Identities identities) {
            identities.ids().forEach(this::principals);
        }
    }

    private void principals(PrincipalType type, OneOrMore<PolicyString> ids) {
        for (PolicyString id : ids) {
            String text = id.requireText();
            boolean known = switch (type) {
                case AWS -> text.equals("*") || text.matches("[0-9]{12}") || knownArn(text);
                case SERVICE -> text.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|aws)");
                case FEDERATED, CANONICAL_USER -> true;
            };
            if (!known) {
                String name = type.text().toUpperCase(Locale.ROOT);
                throw malformed("Invalid principal in policy: \"%s\":\"%s\"".formatted(name, text));
            }
        }
    }

    private boolean knownArn(String text) {
        Optional<Arn> arn = Arn.tryParse(text)
                .filter(a -> a.partition().equals(store.account().partition())
                        && (a.service().equals("iam") || a.service().equals("sts"))
                        && a.account().matches("[0-9]{12}"));
        if (arn.isEmpty() || !arn.get().account().equals(store.account().id())) {
            return arn.isPresent();
        }
        String resource = arn.get().resource();
        if (resource.startsWith("role/")) {
            return store.roleByArn(text).isPresent();
        }
        if (resource.startsWith("user/")) {
            return store.user(arn.get().resourceName())
                    .filter(user -> user.arn().equals(text))
                    .isPresent();
        }
        return resource.equals("root")
                || resource.startsWith("assumed-role/")
                || resource.startsWith("federated-user/");
    }

    private static Document parse(String text) {
        try {
            PolicyDocument plain = PolicyDocument.parse(text).resolve(intrinsic -> {
                throw malformed("Syntax errors in policy.");
            });
            return new Document(text, plain);
        } catch (PolicyException e) {
            throw malformed("Syntax errors in policy.");
        }
    }

    private static ServiceError malformed(String message) {
        return ServiceError.of("MalformedPolicyDocument", 400, message);
    }
}
