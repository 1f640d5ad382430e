// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * An IAM policy document: identity, resource, trust, boundary, session or service control policy. Immutable and
 * thread-safe. {@code equals} means identical: the same order and the same shapes, not merely the same meaning; for documents that
 * differ only in how they are written ask {@link #isStructurallyEquivalentTo}.
 *
 * <pre>{@code
 * PolicyDocument policy = PolicyDocument.builder()
 *         .addStatement(s -> s.effect(Effect.ALLOW).actions("ec2:Describe*").resources("*"))
 *         .build();
 * policy.toJson(JsonLayout.MINIFIED);
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM
 *     JSON policy language</a>
 */
@ValueStyle
@Value.Immutable
public interface PolicyDocument {
    /** Returns the version of the policy language; a document without one counts as {@code 2008-10-17}. */
    Optional<PolicyVersion> version();

    /** Returns the id of the document; only some resource policies have one. */
    Optional<PolicyString> id();

    /** Returns the statements, in their order. */
    OneOrMore<Statement> statements();

    /** Returns a builder; its version is {@code 2012-10-17} until set otherwise. */
    static Builder builder() {
        return new Builder().version(PolicyVersion.V2012_10_17);
    }

    /**
     * Reads a document, strictly and without loss: writing it again gives a text with the same meaning, member for
     * member, scalar or list as it was.
     *
     * @throws PolicySyntaxException with path, line and column, for text that is no JSON, a repeated key, an unknown
     *     member, an empty list, a wrong type, half a surrogate pair, text after the end, more than 1,048,576
     *     characters, 100 levels, or 1,000 characters in a number
     */
    static PolicyDocument parse(String json) {
        return PolicyReader.read(JsonReader.read(json));
    }

    /**
     * Reads a document from a JSON value, such as a part of a template. As {@link #parse(String)}, without line and
     * column.
     */
    static PolicyDocument of(JsonValue json) {
        return PolicyReader.read(LocatedJson.unlocated(json));
    }

    /** Returns the document as a JSON value. */
    default JsonValue toJsonValue() {
        return PolicyWriter.write(this);
    }

    /**
     * Returns the document as JSON text: the members of the policy language in a fixed order, everything else in the
     * order of this document.
     *
     * @throws InvalidPolicyException if an intrinsic is nested deeper than 1000 levels
     */
    default String toJson(JsonLayout layout) {
        return toJsonValue().toJson(layout);
    }

    /**
     * Returns how many characters of IAM's size quotas the document takes: those of its JSON that are no white space.
     * An intrinsic counts as written; {@link #resolve} it first for the number that AWS will see.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
     */
    default int quotaCharacters() {
        return (int) toJson(JsonLayout.MINIFIED)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .count();
    }

    /** Returns this document with each intrinsic that {@code resolver} knows replaced by its text. */
    default PolicyDocument resolve(Function<Intrinsic, Optional<String>> resolver) {
        IntrinsicResolution resolution = new IntrinsicResolution(resolver);
        return new Builder()
                .version(version())
                .id(id().map(resolution::string))
                .statements(statements().map(resolution::statement))
                .build();
    }

    /**
     * Returns whether this and {@code other} differ only in how they are written, as a document does after AWS stored it and
     * gave it back. Between {@code equals}, which is to the letter, and the question whether both permit the same, which
     * looks at what patterns cover. The same as comparing {@link #normalised()}; to leave ids out of it, compare the two
     * {@link #withoutIds()}.
     */
    default boolean isStructurallyEquivalentTo(PolicyDocument other) {
        return normalised().equals(other.normalised());
    }

    /**
     * Returns the one form of all documents that are structurally equivalent to this one. It permits and forbids the same:
     *
     * <ul>
     *   <li>statements, actions, resources, identities, conditions and their values are in an order of their own, and each is
     *       there once; a single value stands without brackets, statements always within
     *   <li>actions and the keys of conditions are in lower case; {@code *:*} is {@code *}
     *   <li>numbers and truth values in conditions are strings; for {@code Bool} and {@code Null} in lower case
     *   <li>the root ARN of an account, in whatever partition, is its account id, as an account is in one partition only
     *   <li>no version is {@code 2008-10-17}; an empty {@code Sid} or {@code Id} is none
     * </ul>
     *
     * <p>Kept apart, though they often mean the same: {@code "*"} and {@code {"AWS": "*"}}, {@code ArnEquals} and
     * {@code ArnLike}, {@code 1} and {@code 1.0}, one statement and two with half its actions each.
     */
    default PolicyDocument normalised() {
        return Normalisation.document(this);
    }

    /** Returns this document without its {@code Id} and the {@code Sid} of each statement, which permit and forbid nothing. */
    default PolicyDocument withoutIds() {
        return new Builder()
                .version(version())
                .statements(statements()
                        .map(statement ->
                                statement.toBuilder().sid(Optional.empty()).build()))
                .build();
    }

    /** Builds a {@link PolicyDocument}. Not thread-safe. */
    final class Builder extends ImmutablePolicyDocument.Builder {
        Builder() {}

        /** Sets the id of the document. */
        public Builder id(String id) {
            return id(PolicyString.of(id));
        }

        /** Adds a statement to those that there are. */
        public Builder addStatement(Statement statement) {
            List<Statement> statements = new ArrayList<>(soFar());
            statements.add(statement);
            return statements(OneOrMore.list(statements));
        }

        /** The generated builder keeps what it has to itself, and only lacks statements if it cannot build. */
        private List<Statement> soFar() {
            try {
                return build().statements().values();
            } catch (IllegalStateException e) {
                return List.of();
            }
        }

        /** Adds the statement that {@code statement} builds. */
        public Builder addStatement(Consumer<Statement.Builder> statement) {
            Statement.Builder builder = Statement.builder();
            statement.accept(builder);
            return addStatement(builder.build());
        }
    }
}
