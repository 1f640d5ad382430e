// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Map;

/** Parts of a policy as pieces of a sentence. */
final class Words {
    private Words() {}

    /** Returns a string as it stands in the document, an intrinsic as the object that it is. */
    static String text(PolicyString string) {
        return string instanceof Intrinsic intrinsic
                ? new JsonValue.JsonObject(Map.of(intrinsic.function(), intrinsic.argument()))
                        .toJson(JsonLayout.MINIFIED)
                : string.requireText();
    }

    static Line string(PolicyString string) {
        Line code = Line.empty().code(text(string));
        return string instanceof Intrinsic ? code.text(" (filled in by the template)") : code;
    }

    static String level(AccessLevel level) {
        return switch (level) {
            case LIST -> "List";
            case READ -> "Read";
            case WRITE -> "Write";
            case TAGGING -> "Tagging";
            case PERMISSIONS_MANAGEMENT -> "Permissions management";
        };
    }

    /** Returns links to statements: "statement 2", or "statements 2, 3 and 5". */
    static Line statements(List<StatementFacts> statements) {
        List<Line> links = statements.stream()
                .map(s -> Line.empty()
                        .jump(
                                statements.size() == 1 ? "statement " + s.number() : Integer.toString(s.number()),
                                "statement-" + s.number()))
                .toList();
        return (statements.size() == 1 ? Line.empty() : Line.of("statements ")).list(links, " and ");
    }
}
