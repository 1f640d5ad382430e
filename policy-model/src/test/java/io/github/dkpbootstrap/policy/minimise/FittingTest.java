// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PolicyTooLargeException;
import io.github.dkpbootstrap.policy.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final PolicyTarget TARGET = PolicyTarget.MANAGED_POLICY;

    @Test
    void leavesAloneWhatFits() {
        PolicyDocument document = document(statement("a", 10), statement("a", 10));

        assertThat(fit(document, TARGET)).isEqualTo(new Fitting.Fitted(List.of(document), List.of()));
    }

    @Test
    void makesSmallerBeforeItSpreads() {
        PolicyDocument document = document(statement("a", 200), statement("a", 200));
        assertThat(document.quotaCharacters()).isGreaterThan(6144);

        Fitting.Fitted fitted = fit(document, TARGET);

        assertThat(fitted.documents()).hasSize(1);
        assertThat(fitted.documents().get(0).quotaCharacters()).isLessThan(6144);
        assertThat(fitted.steps()).extracting(Step::kind).contains(Step.Kind.SUBSUME);
    }

    @Test
    void spreadsStatementsInTheirOrder() {
        PolicyDocument document =
                document(statement("a", 120), statement("b", 200), statement("c", 110), denial(statement("d", 20)));

        Fitting.Fitted fitted = fit(document, TARGET);

        assertThat(fitted.documents()).hasSize(2).allMatch(each -> each.quotaCharacters() <= 6144);
        assertThat(fitted.steps()).isEmpty();
        assertThat(together(fitted))
                .containsExactlyInAnyOrderElementsOf(document.statements().values());
        assertThat(fitted.documents().get(0).statements().values().get(0))
                .isEqualTo(document.statements().values().get(0));
    }

    @Test
    void cutsWhatIsLargerThanADocument() {
        Statement large = statement("a", 700).toBuilder().sid("Large").build();
        PolicyDocument document = document(large, denial(statement("b", 3)));

        Fitting.Fitted fitted = fit(document, TARGET);

        assertThat(fitted.documents()).hasSize(3).allMatch(each -> each.quotaCharacters() <= 6144);
        assertThat(fitted.steps()).extracting(Step::kind).containsOnly(Step.Kind.SPLIT);
        assertThat(together(fitted).stream().flatMap(each -> each.sid().flatMap(PolicyString::text).stream()))
                .containsExactlyInAnyOrder("Large", "Large2", "Large3");
        assertThat(together(fitted).stream()
                        .flatMap(each -> each.actions().stream().flatMap(OneOrMore::stream)))
                .hasSize(703);
    }

    @Test
    void cutsResourcesTooWhereActionsAreNotEnough() {
        Statement large = statement("a", 30).toBuilder()
                .resources(IntStream.range(0, 200)
                        .mapToObj(i -> "arn:aws:s3:::a-bucket-with-a-name/" + i)
                        .toArray(String[]::new))
                .build();

        Fitting.Fitted fitted = fit(document(large), TARGET);

        assertThat(fitted.documents()).allMatch(each -> each.quotaCharacters() <= 6144);
        assertThat(together(fitted).stream()
                        .mapToInt(each -> each.actions().orElseThrow().values().size()
                                * each.resources().orElseThrow().values().size())
                        .sum())
                .isEqualTo(30 * 200);
    }

    @Test
    void refusesWhatCannotBeCut() {
        Statement large = Statement.builder()
                .effect(Effect.ALLOW)
                .notActions(actions("a", 400))
                .resource("*")
                .build();

        PolicyTooLargeException e = catchThrowableOfType(
                PolicyTooLargeException.class, () -> fit(document(statement("b", 5), large), TARGET));

        assertThat(e.target()).isEqualTo(TARGET);
        assertThat(e.largestStatement()).isEqualTo(1);
        assertThat(e.excessCharacters()).isEqualTo(document(large).quotaCharacters() - 6144);
        assertThat(e).hasMessageContaining(e.excessCharacters() + " too many").hasMessageContaining("Statement[1]");
    }

    @Test
    void spreadsNothingWhereDocumentsShareASize() {
        PolicyDocument document = document(statement("a", 100), statement("b", 100));

        for (PolicyTarget target : List.of(PolicyTarget.INLINE_USER_POLICY, PolicyTarget.SESSION_POLICY)) {
            PolicyTooLargeException e =
                    catchThrowableOfType(PolicyTooLargeException.class, () -> fit(document, target));

            assertThat(e.excessCharacters()).isEqualTo(document.quotaCharacters() - 2048);
        }
        assertThat(fit(document, PolicyTarget.RESOURCE_POLICY).documents()).containsExactly(document);
    }

    private static Fitting.Fitted fit(PolicyDocument document, PolicyTarget target) {
        Options options = new Options(Options.Sids.KEEP, Optional.empty());
        return new Fitting(EqualityProof.by(target, 2_000_000), options).fit(document, target);
    }

    private static List<Statement> together(Fitting.Fitted fitted) {
        return fitted.documents().stream()
                .flatMap(each -> each.statements().stream())
                .collect(Collectors.toList());
    }

    private static Statement statement(String bucket, int actions) {
        return Statement.builder()
                .effect(Effect.ALLOW)
                .actions(actions(bucket, actions))
                .resource("arn:aws:s3:::" + bucket)
                .build();
    }

    private static Statement denial(Statement statement) {
        return statement.toBuilder().effect(Effect.DENY).build();
    }

    private static String[] actions(String name, int count) {
        return IntStream.range(1000, 1000 + count)
                .mapToObj(i -> "s3:An" + name + "Action" + i)
                .toArray(String[]::new);
    }

    private static PolicyDocument document(Statement... statements) {
        PolicyDocument.Builder document = PolicyDocument.builder();
        Arrays.stream(statements).forEach(document::addStatement);
        return document.build();
    }
}
