// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.SessionAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks the tags and the source identity that a call wants to give to a session. */
final class SessionTags {
    private static final int MAX_TAGS = 50;
    private static final String CHARACTERS = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]";

    private SessionTags() {}

    static void check(Call call) {
        Form form = call.form();
        List<Form> tags = form.structures("Tags");
        if (tags.size() > MAX_TAGS) {
            throw Parameters.violated("tags", "[" + tags.size() + " tags]", "length less than or equal to " + MAX_TAGS);
        }
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Form tag : tags) {
            Parameters.text("tags.member.key", tag.require("Key"), CHARACTERS + "+", 1, 128);
            Parameters.text("tags.member.value", tag.find("Value").orElse(""), CHARACTERS + "*", 0, 256);
            keys.add(tag.require("Key"));
        }
        if (keys.size() < tags.size()) {
            throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
        if (!keys.containsAll(form.list("TransitiveTagKeys"))) {
            throw invalid("The specified transitive tag key must be included in the requested tags.");
        }
        checkInherited(form, keys, SessionAttributes.of(call.caller()));
    }

    private static void checkInherited(Form form, Set<String> keys, SessionAttributes inherited) {
        if (inherited.transitive().stream().anyMatch(keys::contains)) {
            throw invalid(
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive "
                            + "tag key from the calling session.");
        }
        form.find("SourceIdentity").ifPresent(identity -> {
            Parameters.text("sourceIdentity", identity, "[\\w+=,.@-]*", 2, 64);
            if (inherited.sourceIdentity().filter(set -> !set.equals(identity)).isPresent()) {
                throw ServiceError.validation("The source identity is already set for this assume role session");
            }
        });
    }

    private static ServiceError invalid(String message) {
        return ServiceError.of("InvalidParameterValue", 400, message);
    }
}
