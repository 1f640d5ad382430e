// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/** The long-lived access key of a user of a {@link LocalAws}. Its text holds no secret. Immutable. */
@ValueStyle
@Value.Immutable
public interface AccessKeys {
    /** Returns the access key id, which starts with {@code AKIA}. */
    @Value.Parameter
    String accessKeyId();

    /** Returns the secret access key, 40 characters. */
    @Value.Parameter
    @Value.Redacted
    String secretAccessKey();

    /** Returns the ARN of the user whose key it is. */
    @Value.Parameter
    String userArn();
}
