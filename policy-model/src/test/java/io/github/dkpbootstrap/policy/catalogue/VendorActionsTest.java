// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the catalogue knows of the vendor's policy. */
class VendorActionsTest {
    private final Catalogue catalogue = Catalogue.bundled();

    @Test
    void allEightyActionsAreKnownInExactlyThatCasing() {
        List<String> actions = Policies.vendorPolicy().statements().values().stream()
                .flatMap(VendorActionsTest::actions)
                .toList();

        assertThat(actions)
                .hasSize(80)
                .allSatisfy(action -> assertThat(catalogue.action(action).map(ActionEntry::qualifiedName))
                        .hasValue(action));
    }

    @Test
    void fortyFourOfTheActionsOnEverythingCouldBeLimitedToResources() {
        List<ActionEntry> onEverything = Policies.vendorPolicy().statements().values().stream()
                .filter(statement -> statement.resources().orElseThrow().stream()
                        .anyMatch(resource -> resource.value().requireText().equals("*")))
                .flatMap(VendorActionsTest::actions)
                .map(action -> catalogue.action(action).orElseThrow())
                .toList();

        assertThat(onEverything).hasSize(67);
        assertThat(onEverything).filteredOn(ActionEntry::isWildcardOnly).hasSize(23);
        assertThat(onEverything).filteredOn(action -> !action.isWildcardOnly()).hasSize(44);
    }

    private static Stream<String> actions(Statement statement) {
        return statement.actions().orElseThrow().stream()
                .map(ActionPattern::value)
                .map(value -> value.requireText());
    }
}
