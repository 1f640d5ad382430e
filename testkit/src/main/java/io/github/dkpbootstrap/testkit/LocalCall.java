// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A call that a {@link LocalAws} got, as {@link LocalAws#calls} tells of it. Immutable. */
@ValueStyle
@Value.Immutable
public interface LocalCall {
    /**
     * Returns service and action as policies write them, such as {@code cloudformation:CreateStack}; for a request to the
     * metadata service of a host, what {@link CallFault#on} says of it.
     */
    String action();

    /** Returns the ARN of the owner of the key that the request names, whether the signature was good or not. */
    Optional<String> caller();

    /** Returns when it came, by the clock of the local AWS. */
    Instant time();

    /**
     * Returns its parameters by name. Those that may be secret are not there: values of template parameters, passwords,
     * secrets, external ids, codes and tokens that grant something.
     */
    Map<String, String> parameters();

    /** Returns the HTTP status of the answer; empty if there was none. */
    OptionalInt httpStatus();

    /** Returns the fault that it met. */
    Optional<CallFault> fault();
}
