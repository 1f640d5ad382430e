// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Early validation: what can be found wrong with a template before a resource is touched. */
final class EarlyChecks {
    /** The reason in the events of a stack: the cause is in DescribeEvents alone. */
    static final String REASON = "Validation failure detected. See the operation's FAILED event for details.";

    private final Workshop workshop;

    EarlyChecks(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Returns what is wrong.
     *
     * @param leftOut resources whose names may be taken, because they are to be imported
     */
    List<Finding> findings(StackSettings target, Set<String> leftOut) {
        List<Finding> findings = new ArrayList<>();
        target.template().resources().forEach((id, declared) -> {
            Properties wanted = workshop.wanted(id, target, workshop.resolver(target));
            for (String problem : wanted.problems(declared.type())) {
                findings.add(new Finding(
                        "PROPERTY_VALIDATION",
                        id,
                        "",
                        declared.type().name(),
                        problem,
                        "/Resources/" + id + "/Properties"));
            }
            if (!leftOut.contains(id)) {
                conflict(id, declared.type(), wanted).ifPresent(findings::add);
            }
        });
        return findings;
    }

    /** A name that the caller may not look up is not a finding: the creation will tell. */
    private Optional<Finding> conflict(String id, ResourceType type, Properties wanted) {
        return wanted.string(type.nameProperty())
                .filter(name -> !isCalled(id, name))
                .filter(name -> type.conflict(name).isPresent() && workshop.mayRead(type, name))
                .map(name -> new Finding(
                        "NAME_CONFLICT_VALIDATION",
                        id,
                        name,
                        type.name(),
                        "Resource of type '" + type.name() + "' with identifier '" + name + "' already exists.",
                        "/Resources/" + id));
    }

    private boolean isCalled(String id, String name) {
        return workshop.stack()
                .resource(id)
                .filter(resource -> resource.physicalId().filter(name::equals).isPresent())
                .isPresent();
    }
}
