// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions that look at change sets. */
final class ChangeSetReads {
    private final Function<String, Region> regions;
    private final Pages pages;
    private final Set<String> withoutValues;

    /**
     * Creates the actions.
     *
     * @param withoutValues the logical ids of resources whose changes are left out of answers with property values
     */
    ChangeSetReads(Function<String, Region> regions, Pages pages, Set<String> withoutValues) {
        this.regions = regions;
        this.pages = pages;
        this.withoutValues = withoutValues;
    }

    void register(QueryService service) {
        service.answer("DescribeChangeSet", this::describe).answer("ListChangeSets", this::list);
    }

    private void describe(Call call, Xml xml) {
        ChangeSet set = regions.apply(call.region()).requireChangeSet(call);
        boolean values = call.form().isTrue("IncludePropertyValues");
        List<ResourceChange> left = set.changes().stream()
                .filter(change -> values && isWithoutValues(change))
                .toList();
        List<ResourceChange> shown =
                set.changes().stream().filter(change -> !left.contains(change)).toList();
        ChangeSetXml.details(xml, set);
        if (!left.isEmpty()) {
            xml.element("StatusReason", warning(left));
        }
        pages.write(call, xml, "Changes", shown, (member, change) -> ChangeSetXml.change(member, change, values));
    }

    /** AWS leaves out what it cannot show values of, and says so only in the reason. */
    private static String warning(List<ResourceChange> left) {
        return "[WARN] --include-property-values option can return incomplete ChangeSet data because: "
                + left.stream()
                        .map(change -> "Logical Id: " + change.logicalId() + ", failed property validation")
                        .collect(Collectors.joining("; "));
    }

    private boolean isWithoutValues(ResourceChange change) {
        return withoutValues.contains(change.logicalId()) || !change.isValid();
    }

    private void list(Call call, Xml xml) {
        Stack stack = regions.apply(call.region())
                .stacks()
                .require(call.form().require("StackName"), "Stack [%s] does not exist");
        pages.write(call, xml, "Summaries", stack.changeSets().listed(), ChangeSetXml::summary);
    }
}
