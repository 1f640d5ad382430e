// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The normalised form on random documents: one for all ways to write a document, and decided as the document is. */
class NormalisationPropertiesTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int DOCUMENTS = 500;
    private static final int REQUESTS = 10;
    private static final List<String> WORDS = List.of(
            "*",
            "*:*",
            "S3:get",
            "s3:GET",
            "s3:Put",
            "s3:put",
            "123456789012",
            "arn:aws:iam::123456789012:root",
            "my:a",
            "MY:A",
            "true",
            "TRUE",
            "ArnLike",
            "ArnEquals");

    private final Random random = new Random(SEED);
    private final SmallWorld world = new SmallWorld(random);

    @BeforeAll
    static void printSeed() {
        System.out.println("NormalisationPropertiesTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void isDecidedAsTheDocumentIs() {
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument identity = world.identityPolicy();
            PolicyDocument resource = world.resourcePolicy();
            for (int j = 0; j < REQUESTS; j++) {
                AccessRequest request = world.request();
                Verdict plain = decide(request, identity, resource);

                assertThat(decide(request, identity.normalised(), resource.normalised()))
                        .as("seed %d: %s %s", SEED, identity, resource)
                        .isEqualTo(plain);
                assertThat(decide(request, identity.withoutIds(), resource)).isEqualTo(plain);
            }
        }
    }

    @Test
    void isOneForAllWaysToWriteADocument() {
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument document = random.nextBoolean() ? world.identityPolicy() : world.resourcePolicy();
            PolicyDocument other = rewritten(document);

            assertThat(other.isStructurallyEquivalentTo(document))
                    .as("seed %d: %s %s", SEED, document, other)
                    .isTrue();
        }
    }

    @Test
    void isItsOwnAndCanBeRead() {
        RandomDocuments documents = new RandomDocuments(SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument normalised = documents.next().normalised();

            assertThat(normalised.normalised()).isEqualTo(normalised);
            assertThat(PolicyDocument.parse(normalised.toJson(JsonLayout.PRETTY))
                            .normalised())
                    .isEqualTo(normalised);
        }
    }

    @Test
    void differsWhereDecisionsDo() {
        // Few changes leave a document the same, so that how many it takes to see one is left to chance.
        int same = 0;
        for (int i = 0; i < DOCUMENTS || (same == 0 && i < 100 * DOCUMENTS); i++) {
            PolicyDocument one = world.resourcePolicy();
            PolicyDocument other = changed(one);
            if (!one.equals(other) && one.isStructurallyEquivalentTo(other)) {
                same++;
                for (int j = 0; j < REQUESTS; j++) {
                    AccessRequest request = world.request();
                    assertThat(decide(request, one, one)).isEqualTo(decide(request, other, other));
                }
            }
        }
        assertThat(same).isPositive();
    }

    /** Replaces one word by another, or nothing where that is no document. */
    private PolicyDocument changed(PolicyDocument document) {
        String json = document.toJson(JsonLayout.MINIFIED);
        try {
            return PolicyDocument.parse(json.replace('"' + pick(WORDS) + '"', '"' + pick(WORDS) + '"'));
        } catch (PolicySyntaxException e) {
            return document;
        }
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private PolicyDocument rewritten(PolicyDocument document) {
        List<Statement> statements =
                document.statements().stream().map(this::rewritten).collect(Collectors.toList());
        statements.add(rewritten(statements.get(0)));
        Collections.shuffle(statements, random);
        return PolicyDocument.builder()
                .version(document.version())
                .statements(OneOrMore.list(statements))
                .build();
    }

    private Statement rewritten(Statement statement) {
        List<Condition> conditions = new ArrayList<>();
        for (Condition condition : statement.conditions()) {
            conditions.add(
                    Condition.of(condition.operator(), otherCase(condition.key()), shuffled(condition.values())));
        }
        Collections.shuffle(conditions, random);
        return statement.toBuilder()
                .principal(statement.principal().map(this::rewritten))
                .notPrincipal(statement.notPrincipal().map(this::rewritten))
                .actions(statement.actions().map(this::rewritten))
                .notActions(statement.notActions().map(this::rewritten))
                .resources(statement.resources().map(this::shuffled))
                .notResources(statement.notResources().map(this::shuffled))
                .conditions(conditions)
                .build();
    }

    private OneOrMore<ActionPattern> rewritten(OneOrMore<ActionPattern> actions) {
        return shuffled(actions).map(a -> ActionPattern.of(otherCase(a.value().requireText())));
    }

    private Principal rewritten(Principal principal) {
        if (!(principal instanceof Principal.Identities identities)) {
            return principal;
        }
        List<Principal> types = identities.types().stream()
                .map(each -> Principal.of(each.type(), shuffled(each.ids()).map(this::account)))
                .collect(Collectors.toList());
        Collections.shuffle(types, random);
        return types.stream().reduce(Principal::and).orElseThrow();
    }

    private PolicyString account(PolicyString id) {
        return id.equals(PolicyString.of("123456789012")) && random.nextBoolean()
                ? PolicyString.of("arn:aws:iam::123456789012:root")
                : id;
    }

    private String otherCase(String text) {
        return random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text;
    }

    private <T> OneOrMore<T> shuffled(OneOrMore<T> values) {
        T first = values.values().get(0);
        List<T> list = Stream.concat(values.stream(), Stream.of(first)).collect(Collectors.toList());
        Collections.shuffle(list, random);
        return OneOrMore.list(list);
    }

    private static Verdict decide(AccessRequest request, PolicyDocument identity, PolicyDocument resource) {
        PolicySet policies =
                PolicySet.builder().addIdentity(identity).resource(resource).build();
        return new PolicyInterpreter().decide(request, policies).verdict();
    }
}
