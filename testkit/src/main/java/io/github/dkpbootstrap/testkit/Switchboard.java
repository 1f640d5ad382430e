// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.fault.Disturbance;
import io.github.dkpbootstrap.testkit.internal.http.Arrival;
import io.github.dkpbootstrap.testkit.internal.http.Interference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Where faults meet calls, and calls are noted. Used only under the lock of the local AWS. */
final class Switchboard implements Interference {
    /** What may be secret; the tokens that only make calls idempotent, or continue a list, are not. */
    private static final Pattern SECRET = Pattern.compile(
            ".*(ParameterValue|Password|Secret[A-Za-z]*|ExternalId|TokenCode|AuthenticationCode[12]|Assertion|WebIdentityToken|AuthorizationMessage"
                    + "|X-Amz-(Security-Token|Signature|Credential))",
            Pattern.CASE_INSENSITIVE);

    private final Countdown<CallFault> faults = new Countdown<>();
    private final ResourceScript resources = new ResourceScript();
    private final RateLimits limits;
    private final CallLog log = new CallLog();
    private CountDownLatch release = new CountDownLatch(1);

    void add(CallFault fault) {
        faults.add(fault, fault.firstCall(), fault.count());
    }

    Switchboard(Map<String, Integer> rateLimits) {
        this.limits = new RateLimits(rateLimits);
    }

    ResourceScript resources() {
        return resources;
    }

    void clearFaults() {
        faults.clear();
        resources.clear();
        release.countDown();
        release = new CountDownLatch(1);
    }

    CallLog log() {
        return log;
    }

    @Override
    public Visit arriving(Arrival arrival) {
        Optional<CallFault> fault = fault(arrival.qualifiedAction(), arrival.time());
        return new Visit() {
            @Override
            public Optional<Disturbance> disturbance() {
                return fault.map(CallFault::disturbance);
            }

            @Override
            public CountDownLatch release() {
                return release;
            }

            @Override
            public void ended(OptionalInt status) {
                log.add(note(arrival, fault, status));
            }
        };
    }

    private Optional<CallFault> fault(String action, Instant now) {
        Optional<CallFault> injected =
                faults.met(fault -> fault.concerns(action)).stream().findFirst();
        if (injected.isEmpty() && limits.exceeds(action, now)) {
            return Optional.of(CallFault.throttled().on(action));
        }
        return injected;
    }

    private static LocalCall note(Arrival arrival, Optional<CallFault> fault, OptionalInt status) {
        Map<String, String> parameters = arrival.form().sorted();
        parameters.keySet().removeIf(name -> SECRET.matcher(name).matches());
        return ImmutableLocalCall.builder()
                .action(arrival.qualifiedAction())
                .caller(arrival.caller())
                .time(arrival.time())
                .parameters(parameters)
                .httpStatus(status)
                .fault(fault)
                .build();
    }
}
