// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.Optional;

/**
 * The values that CloudFormation itself puts into a template.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">Pseudo
 *     parameters</a>
 */
final class PseudoParameters {
    static final String ACCOUNT_ID = "${AWS::AccountId}";
    static final String PARTITION = "${AWS::Partition}";

    /** As long as the longest partition's name. */
    private static final String LONGEST_PARTITION = "aws-us-gov-x";

    private PseudoParameters() {}

    /** Returns the document with each pseudo parameter replaced by a value as long as any that it can have. */
    static PolicyDocument longest(PolicyDocument document) {
        return document.resolve(intrinsic -> substitute(intrinsic, "000000000000", LONGEST_PARTITION));
    }

    static Optional<String> substitute(Intrinsic intrinsic, String account, String partition) {
        return intrinsic.function().equals("Fn::Sub") && intrinsic.argument() instanceof JsonString text
                ? Optional.of(text.value().replace(ACCOUNT_ID, account).replace(PARTITION, partition))
                : Optional.empty();
    }
}
