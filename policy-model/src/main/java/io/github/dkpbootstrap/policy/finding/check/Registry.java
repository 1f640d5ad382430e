// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all checks. A new check is a line here, a folder of documents, and a row of the guide. */
public final class Registry {
    private static final List<Check> CHECKS = Stream.of(documents(), CatalogueChecks.all(), refusals())
            .flatMap(List::stream)
            .sorted(Comparator.comparing((Check check) -> check.about().severity())
                    .thenComparing(check -> check.about().id()))
            .collect(Collectors.toUnmodifiableList());

    private Registry() {}

    /** Returns all checks, by severity and id. */
    public static List<Check> checks() {
        return CHECKS;
    }

    private static List<Check> documents() {
        return List.of(
                new AllowWithNotPrincipal(),
                new ArnAccountNotAllowed(),
                new ArnRegionNotAllowed(),
                new DuplicateValues(),
                new EmptySidValue(),
                new EmptyVariable(),
                new EquivalentToNullFalse(),
                new EquivalentToNullTrue(),
                new FederatedPrincipalNotSupported(),
                new ImproveIpRange(),
                new InvalidArnAccount(),
                new InvalidArnPrefix(),
                new InvalidArnRegion(),
                new InvalidArnServiceCase(),
                new InvalidAwsPrincipal(),
                new InvalidConditionDataType(),
                new InvalidConditionKeyFormat(),
                new InvalidConditionMultipleBoolean(),
                new InvalidDateValue(),
                new InvalidFederatedPrincipalSyntaxInRoleTrustPolicy(),
                new InvalidPartition(),
                new InvalidRoleReference(),
                new InvalidServicePrincipal(),
                new InvalidUserReference(),
                new InvalidVariableForOperator(),
                new MismatchedActionForPrincipal(),
                new MissingArnField(),
                new MissingBraceInVariable(),
                new MissingPrincipal(),
                new MissingQuoteInVariable(),
                new MissingResource(),
                new MissingTagKeyInCondition(),
                new MissingVersion(),
                new NullWithQualifier(),
                new PackedSessionPolicySize(),
                new PolicySizeExceedsIdentityPolicyQuota(),
                new PolicySizeExceedsRcpQuota(),
                new PolicySizeExceedsRoleTrustPolicyQuota(),
                new PolicySizeExceedsScpQuota(),
                new PolicySizeExceedsTargetQuota(),
                new PrivateIpAddress(),
                new PrivateIpAddressSubset(),
                new PrivateNotIpAddress(),
                new PrivateNotIpAddressSubset(),
                new RcpSyntaxErrorAction(),
                new RcpSyntaxErrorAllow(),
                new RcpSyntaxErrorNotAction(),
                new RcpSyntaxErrorPrincipal(),
                new RedundantAction(),
                new RedundantConditionValueNum(),
                new RedundantKeyDueToWildcardInCondition(),
                new RedundantResource(),
                new RedundantStatement(),
                new RedundantStatementDueToWildcardInCondition(),
                new RoleTrustPolicySyntaxErrorNotPrincipal(),
                new RoleTrustPolicySyntaxErrorResource(),
                new RoleTrustPolicyUnsupportedWildcardInPrincipal(),
                new ScpSyntaxErrorPrincipal(),
                new TypeMismatch(),
                new TypeMismatchArn(),
                new TypeMismatchBoolean(),
                new TypeMismatchDate(),
                new TypeMismatchIpRange(),
                new TypeMismatchNumber(),
                new TypeMismatchString(),
                new UniqueSidsRecommended(),
                new UniqueSidsRequired(),
                new UnsupportedCharacter(),
                new UnsupportedPrincipal(),
                new UnsupportedSid(),
                new UnsupportedSpaceInVariable(),
                new UnsupportedSymbolInVariable(),
                new UnsupportedWildcardInPrincipal(),
                new VariableUnsupportedInElement(),
                new VariableUnsupportedInVersion(),
                new WildcardInServiceName(),
                new WildcardWithoutLikeOperator());
    }

    private static List<Check> refusals() {
        return List.of(
                new DataTypeMismatch(),
                new DuplicateKeys(),
                new DuplicateKeysWithDifferentCase(),
                new EmptyArrayAction(),
                new EmptyArrayCondition(),
                new EmptyArrayConditionForAllValues(),
                new EmptyArrayConditionForAnyValue(),
                new EmptyArrayConditionIfExists(),
                new EmptyArrayPrincipal(),
                new EmptyArrayResource(),
                new EmptyObjectCondition(),
                new EmptyObjectPrincipal(),
                new InvalidConditionOperator(),
                new InvalidEffect(),
                new InvalidPolicyElement(),
                new InvalidPrincipalFormat(),
                new InvalidPrincipalKey(),
                new InvalidVersion(),
                new JsonSyntaxError(),
                new MissingAction(),
                new MissingEffect(),
                new MissingStatement(),
                new NullWithIfExists(),
                new UnsupportedElementCombination());
    }
}
