// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What becomes of a trust policy when a user or role is deleted that it names: it names the unique id from then on, and does
 * not trust a successor of the same name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class FormerPrincipals {
    private static final Set<String> PRINCIPAL = Set.of("Principal", "NotPrincipal");

    private final JsonValue arn;
    private final JsonValue id;

    FormerPrincipals(Entity deleted) {
        this.arn = JsonValue.of(deleted.arn());
        this.id = JsonValue.of(deleted.id());
    }

    Document in(Document trust) {
        JsonValue before = JsonValue.parse(trust.text());
        JsonValue after = members(before, Set.of("Statement"), statements -> each(statements, this::statement));
        if (after.equals(before)) {
            return trust;
        }
        String text = after.toJson(JsonLayout.MINIFIED);
        return new Document(text, PolicyDocument.parse(text));
    }

    private JsonValue statement(JsonValue statement) {
        return members(statement, PRINCIPAL, this::principals);
    }

    private JsonValue principals(JsonValue principals) {
        return members(principals, Set.of("AWS"), ids -> each(ids, one -> one.equals(arn) ? id : one));
    }

    private static JsonValue members(JsonValue value, Set<String> names, UnaryOperator<JsonValue> change) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.replaceAll((name, member) -> names.contains(name) ? change.apply(member) : member);
        return new JsonObject(members);
    }

    private static JsonValue each(JsonValue value, UnaryOperator<JsonValue> change) {
        return value instanceof JsonArray array
                ? new JsonArray(array.elements().stream().map(change).toList())
                : change.apply(value);
    }
}
