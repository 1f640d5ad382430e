// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WildcardTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @Test
    void coversTheSameActionsOfTheCatalogueForTheVendor() {
        PolicyDocument vendor = Policies.vendorPolicy();

        Reduction reduction = minimiser().minimise(vendor);

        assertThat(known(reduction.document())).isEqualTo(known(vendor));
        assertThat(reduction.document().quotaCharacters()).isLessThan(3428);
        assertThat(reduction.steps())
                .filteredOn(step -> step.kind() == Step.Kind.WILDCARD)
                .isNotEmpty()
                .allMatch(step -> step.catalogueDate().equals(Optional.of(CATALOGUE.date())));
        assertThat(reduction.steps())
                .filteredOn(step -> step.kind() != Step.Kind.WILDCARD)
                .allMatch(step -> step.catalogueDate().isEmpty());
        System.out.println(
                "WildcardTest: the vendor's policy has " + reduction.document().quotaCharacters());
        assertThat(minimiser().minimise(reduction.document()).steps()).isEmpty();
    }

    @Test
    void takesThePatternThatWidensLeast() {
        String[] names = names("sts:AssumeRole", "sts:AssumeRole*");

        assertThat(minimised(names)).containsExactly("sts:AssumeRole*");
    }

    @Test
    void takesNoPatternThatCoversMore() {
        assertThat(minimised("ec2:DescribeVpcs", "ec2:DescribeSubnets"))
                .containsExactly("ec2:DescribeVpcs", "ec2:DescribeSubnets");
    }

    @Test
    void neverTakesAllOfAService() {
        String[] all = names("tag:GetResources", "tag:*");

        assertThat(minimised(all)).doesNotContain("tag:*");
    }

    @Test
    void leavesUnknownActionsAlone() {
        assertThat(minimised("s3:NoSuchActionOne", "s3:NoSuchActionTwo", "nosuchservice:One", "nosuchservice:OneMore"))
                .hasSize(4);
    }

    private static String[] names(String first, String pattern) {
        return Stream.concat(
                        Stream.of(first),
                        CATALOGUE.actionsMatching(ActionPattern.of(pattern)).stream()
                                .map(ActionEntry::qualifiedName)
                                .filter(name -> !name.equals(first)))
                .toArray(String[]::new);
    }

    private static List<String> minimised(String... actions) {
        Statement statement = Statement.builder()
                .effect(Effect.ALLOW)
                .actions(actions)
                .resource("*")
                .build();
        return actions(minimiser()
                .minimise(PolicyDocument.builder().addStatement(statement).build())
                .document());
    }

    private static List<String> actions(PolicyDocument document) {
        return document.statements().stream()
                .flatMap(each -> each.actions().stream().flatMap(OneOrMore::stream))
                .map(action -> action.value().requireText())
                .collect(Collectors.toList());
    }

    private static Set<String> known(PolicyDocument document) {
        return actions(document).stream()
                .flatMap(action -> CATALOGUE.actionsMatching(ActionPattern.of(action)).stream())
                .map(ActionEntry::qualifiedName)
                .collect(Collectors.toSet());
    }

    private static Minimiser minimiser() {
        return new Minimiser(
                EqualityProof.by(PolicyTarget.MANAGED_POLICY, 2_000_000),
                new Options(Options.Sids.KEEP, Optional.of(CATALOGUE)));
    }
}
