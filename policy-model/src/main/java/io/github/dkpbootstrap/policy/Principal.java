// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Who a resource or trust policy speaks of: {@link Everyone} ({@code "*"}), or {@link Identities} by type. A method in
 * the singular makes a scalar, one in the plural a list; both mean the same to IAM.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface Principal permits Principal.Everyone, Principal.Identities {
    /** The text {@code "*"}: everyone, anonymous callers included. Kept apart from {@code {"AWS": "*"}}. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Everyone extends Principal {}

    /** Identities by type. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Identities extends Principal {
        /** Returns the identities of each type, in the order of the document. */
        @Value.Parameter
        List<IdentitiesOfType> types();

        /** Returns the identities by type, in the order of the document. */
        default Map<PrincipalType, OneOrMore<PolicyString>> ids() {
            Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
            types().forEach(each -> ids.put(each.type(), each.ids()));
            return ids;
        }

        /** Checks that something is named, and no type twice. */
        @Value.Check
        default void check() {
            if (types().isEmpty()) {
                throw new InvalidPolicyException("A principal object names nobody: give it AWS, Service, Federated or "
                        + "CanonicalUser, or use \"*\" for everyone");
            }
            if (ids().size() < types().size()) {
                throw new InvalidPolicyException(
                        "A principal object has a type twice: join their identities to a list");
            }
        }
    }

    /** The identities of one type: a member of a principal object. */
    @ValueStyle
    @Value.Immutable
    interface IdentitiesOfType {
        /** Returns the type. */
        @Value.Parameter
        PrincipalType type();

        /** Returns the identities, by ARN, account id or name. */
        @Value.Parameter
        OneOrMore<PolicyString> ids();
    }

    /** Returns {@code "*"}. */
    static Principal everyone() {
        return ImmutableEveryone.builder().build();
    }

    /** Returns {@code {"AWS": accountOrArn}}: an account id, or the ARN of an account, user, role or session. */
    static Principal aws(String accountOrArn) {
        return of(PrincipalType.AWS, OneOrMore.one(PolicyString.of(accountOrArn)));
    }

    /** Returns {@code {"AWS": [..]}}. */
    static Principal awsAll(String... accountsOrArns) {
        return of(PrincipalType.AWS, list(accountsOrArns));
    }

    /** Returns {@code {"Service": service}}, such as {@code ec2.amazonaws.com}. */
    static Principal service(String service) {
        return of(PrincipalType.SERVICE, OneOrMore.one(PolicyString.of(service)));
    }

    /** Returns {@code {"Service": [..]}}. */
    static Principal services(String... services) {
        return of(PrincipalType.SERVICE, list(services));
    }

    /** Returns {@code {"Federated": provider}}: a web identity provider, or the ARN of an OIDC or SAML provider. */
    static Principal federated(String provider) {
        return of(PrincipalType.FEDERATED, OneOrMore.one(PolicyString.of(provider)));
    }

    /** Returns {@code {"CanonicalUser": id}}. */
    static Principal canonicalUser(String id) {
        return of(PrincipalType.CANONICAL_USER, OneOrMore.one(PolicyString.of(id)));
    }

    /** Returns the identities {@code ids} of one type. */
    static Principal of(PrincipalType type, OneOrMore<PolicyString> ids) {
        return ofTypes(Map.of(type, ids));
    }

    /** Returns identities of several types, in the order of the map. */
    static Principal ofTypes(Map<PrincipalType, OneOrMore<PolicyString>> ids) {
        return ImmutableIdentities.of(ids.entrySet().stream()
                .map(entry -> ImmutableIdentitiesOfType.of(entry.getKey(), entry.getValue()))
                .collect(Collectors.toList()));
    }

    /**
     * Returns the principal that names what both name. Identities of one type are joined to a list.
     *
     * @throws InvalidPolicyException if one of the two is {@link Everyone}, which can stand only alone
     */
    default Principal and(Principal other) {
        if (!(this instanceof Identities mine) || !(other instanceof Identities theirs)) {
            throw new InvalidPolicyException("\"*\" already is everyone and cannot be joined with other principals");
        }
        Map<PrincipalType, OneOrMore<PolicyString>> joined = new LinkedHashMap<>(mine.ids());
        theirs.ids()
                .forEach((type, ids) -> joined.merge(
                        type,
                        ids,
                        (a, b) -> OneOrMore.list(
                                Stream.concat(a.stream(), b.stream()).collect(Collectors.toList()))));
        return ofTypes(joined);
    }

    private static OneOrMore<PolicyString> list(String... ids) {
        List<PolicyString> strings = Arrays.stream(ids).map(PolicyString::of).collect(Collectors.toList());
        return OneOrMore.list(strings);
    }
}
