// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.function.BiConsumer;

/** IAM's way to give a list in pages: {@code MaxItems}, {@code Marker} and {@code IsTruncated}. */
final class Pages {
    private static final int DEFAULT_ITEMS = 100;
    private static final int MAX_ITEMS = 1000;

    private Pages() {}

    static <T> void write(Call call, Xml xml, String list, List<T> items, BiConsumer<Xml, T> content) {
        xml.list(list, page(call, xml, items), content);
    }

    /** Returns what is on the page that a call asks for, and writes where the next one begins. */
    static <T> List<T> page(Call call, Xml xml, List<T> items) {
        int from = start(call);
        int limit = call.form().integer("MaxItems").orElse(DEFAULT_ITEMS);
        if (limit < 1 || limit > MAX_ITEMS) {
            throw ServiceError.constraint(
                    "maxItems", "'" + limit + "'", "Member must have value between 1 and " + MAX_ITEMS);
        }
        int to = Math.min(items.size(), from + limit);
        xml.element("IsTruncated", Boolean.toString(to < items.size()));
        if (to < items.size()) {
            xml.element("Marker", "m" + to);
        }
        return items.subList(Math.min(from, to), to);
    }

    private static int start(Call call) {
        String marker = call.form().find("Marker").orElse("m0");
        if (!marker.matches("m[0-9]{1,8}")) {
            throw ServiceError.validation("Invalid Marker.");
        }
        return Integer.parseInt(marker.substring(1));
    }
}
