// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes lists in pages.
 *
 * @param size how many items a page holds, unless the caller wants fewer
 */
record Pages(int size) {
    <T> void write(Call call, Xml xml, String list, List<T> items, BiConsumer<Xml, T> content) {
        write(call, xml, list, items, size, content);
    }

    /** Writes at most {@code limit} items. */
    <T> void write(Call call, Xml xml, String list, List<T> items, int limit, BiConsumer<Xml, T> content) {
        String token = call.form().find("NextToken").orElse("n0");
        if (!token.matches("n[0-9]{1,8}")) {
            throw ServiceError.validation("Invalid NextToken");
        }
        int from = Math.min(Integer.parseInt(token.substring(1)), items.size());
        int to = Math.min(items.size(), from + Math.min(size, limit));
        xml.list(list, items.subList(from, to), content);
        if (to < items.size()) {
            xml.element("NextToken", "n" + to);
        }
    }
}
