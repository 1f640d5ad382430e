// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}. Region and account are empty for the
 * services that leave them out; the resource may hold colons and slashes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
@ValueStyle
@Value.Immutable
public abstract class Arn {
    private static final int FIELDS = 6;

    Arn() {}

    /** Returns the partition, such as {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    @Value.Parameter
    public abstract String partition();

    /** Returns the service prefix, such as {@code iam}. */
    @Value.Parameter
    public abstract String service();

    /** Returns the Region, or an empty text, as for every IAM resource. */
    @Value.Parameter
    public abstract String region();

    /** Returns the account id, or an empty text. */
    @Value.Parameter
    public abstract String account();

    /** Returns everything behind the fifth colon, such as {@code role/dkp-bootstrapper-role}. */
    @Value.Parameter
    public abstract String resource();

    /** Returns the ARN with these fields. */
    public static Arn of(String partition, String service, String region, String account, String resource) {
        return ImmutableArn.of(partition, service, region, account, resource);
    }

    /**
     * Reads an ARN.
     *
     * @throws InvalidPolicyException if {@code text} has fewer than six fields or does not start with {@code arn:}
     */
    public static Arn parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new InvalidPolicyException(MessageText.quotedArn(text)
                        + " is no ARN: expected arn:partition:service:region:account:resource"));
    }

    /** Reads an ARN, or returns nothing where {@code text} is none. */
    public static Optional<Arn> tryParse(String text) {
        String[] fields = text.split(":", FIELDS);
        return fields.length == FIELDS && fields[0].equals("arn") && !fields[FIELDS - 1].isEmpty()
                ? Optional.of(of(fields[1], fields[2], fields[3], fields[4], fields[5]))
                : Optional.empty();
    }

    /** Returns the last part of a resource with a path: {@code a-role} for {@code role/team/a-role}. */
    public String resourceName() {
        return resource().substring(resource().lastIndexOf('/') + 1);
    }

    /** Returns the ARN as text. */
    @Override
    public String toString() {
        return String.join(":", "arn", partition(), service(), region(), account(), resource());
    }
}
