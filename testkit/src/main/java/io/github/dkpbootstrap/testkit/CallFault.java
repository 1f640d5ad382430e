// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import io.github.dkpbootstrap.testkit.internal.fault.Disturbance;
import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Ending;
import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Moment;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What goes wrong with calls to a {@link LocalAws}, and with which of them: with the next call, unless {@link #on},
 * {@link #onCall}, {@link #times} or {@link #always} say otherwise.
 *
 * <pre>{@code
 * aws.inject(CallFault.lostAfterEffect().on("cloudformation:CreateStack"));
 * aws.inject(CallFault.throttled().on("cloudformation:DescribeStackEvents").onCall(2).times(3));
 * }</pre>
 *
 * <p>Every request that arrives is a call: what a client sends again counts again. Faults that end a call before its
 * effect come before signature and authorisation; {@link #lostAfterEffect}, {@link #truncated} and {@link #slow} let the
 * call be handled as ever, be it a success or an error. Immutable.
 */
@ValueStyle
@Value.Immutable
public abstract class CallFault {
    private static final String ACTION = "[a-z0-9-]+:([*]|[A-Za-z0-9]+)";
    private static final String HTML =
            "<html><head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1><hr><p>proxy</p>\n";

    CallFault() {}

    /**
     * Returns a fault that refuses the call with an error of the service; nothing is done.
     *
     * @param code the error's code, such as {@code AccessDenied}
     * @param httpStatus 400 to 599
     * @throws IllegalArgumentException if the status is none of an error
     */
    public static CallFault refused(String code, int httpStatus, String message) {
        require(httpStatus >= 400 && httpStatus <= 599, "An error has an HTTP status of 400 to 599, not " + httpStatus);
        return of(new Disturbance.Refusal(code, httpStatus, message));
    }

    /** Returns a fault that refuses the call because of too many: {@code Throttling}, status 400. */
    public static CallFault throttled() {
        return refused("Throttling", 400, "Rate exceeded");
    }

    /** Returns a fault that refuses the call as when AWS itself fails: {@code InternalFailure}, status 500. */
    public static CallFault serverError() {
        return refused(
                "InternalFailure",
                500,
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    /** Returns a fault that refuses the call as an overloaded AWS does: {@code ServiceUnavailable}, status 503. */
    public static CallFault unavailable() {
        return refused("ServiceUnavailable", 503, "The request has failed due to a temporary failure of the server.");
    }

    /** Returns a fault that ends the connection without an answer; nothing is done. */
    public static CallFault lostBeforeEffect() {
        return of(new Disturbance.Loss(Moment.BEFORE_EFFECT, Ending.CLOSED));
    }

    /** Returns a fault that ends the connection without an answer, after all has been done. */
    public static CallFault lostAfterEffect() {
        return of(new Disturbance.Loss(Moment.AFTER_EFFECT, Ending.CLOSED));
    }

    /** Returns a fault that resets the connection (a TCP reset, over a socket); nothing is done. */
    public static CallFault reset() {
        return of(new Disturbance.Loss(Moment.BEFORE_EFFECT, Ending.RESET));
    }

    /**
     * Returns a fault that leaves the call without an answer while the connection stays open, whatever the clock says;
     * nothing is done. It lasts until {@link LocalAws#clearFaults} or {@link LocalAws#close}, or until the client gives up.
     */
    public static CallFault stalled() {
        return of(new Disturbance.Stall());
    }

    /**
     * Returns a fault that lets the call be handled as it arrives and holds its answer back. In virtual time the clock is
     * advanced; else it is waited, by the wall clock.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public static CallFault slow(Duration duration) {
        require(!duration.isNegative(), "An answer cannot come " + duration + " late");
        return of(new Disturbance.Delay(duration));
    }

    /** Returns a fault that answers 200 with a page of HTML, as a proxy in the way does; nothing is done. */
    public static CallFault garbage() {
        return answer(200, "text/html", HTML);
    }

    /** Returns a fault that cuts the answer in the middle of its body, after all has been done. */
    public static CallFault truncated() {
        return of(new Disturbance.Truncation());
    }

    /** Returns a fault that answers 200 with XML whose entities expand to gigabytes; nothing is done. */
    public static CallFault entityExpansion() {
        return answer(200, "text/xml", EntityBomb.XML);
    }

    /**
     * Returns a fault that answers whatever is wanted; nothing is done.
     *
     * @param status the HTTP status, 200 to 599
     * @throws IllegalArgumentException if the status is out of bounds or the content type cannot stand in a header
     */
    public static CallFault answer(int status, String contentType, String body) {
        require(status >= 200 && status <= 599, "An answer has an HTTP status of 200 to 599, not " + status);
        require(contentType.matches("[ -~]+"), "'" + contentType + "' is no content type");
        return of(new Disturbance.Forgery(status, contentType, body));
    }

    /**
     * Returns this fault for calls of one action; without it, all calls count.
     *
     * @param action service and action as policies write them, {@code cloudformation:DescribeStackEvents}, or
     *     {@code cloudformation:*} for all of a service. What hosts ask for of their metadata services are
     *     {@code imds:GetToken}, {@code imds:GetRoleName}, {@code imds:GetCredentials} and {@code imds:GetMetadata}.
     * @throws IllegalArgumentException if it does not have that form
     */
    public CallFault on(String action) {
        require(action.matches(ACTION), "'" + action + "' is not of the form service:Action");
        return ImmutableCallFault.builder().from(this).action(action).build();
    }

    /**
     * Returns this fault from the n-th matching call on, counted from its injection; 1 unless set.
     *
     * @throws IllegalArgumentException if {@code n} is less than 1
     */
    public CallFault onCall(int n) {
        require(n >= 1, "Calls are counted from 1, not from " + n);
        return ImmutableCallFault.builder().from(this).firstCall(n).build();
    }

    /**
     * Returns this fault for {@code k} matching calls in a row; 1 unless set.
     *
     * @throws IllegalArgumentException if {@code k} is less than 1
     */
    public CallFault times(int k) {
        require(k >= 1, "A fault happens at least once, not " + k + " times");
        return ImmutableCallFault.builder().from(this).count(k).build();
    }

    /** Returns this fault for all matching calls, until {@link LocalAws#clearFaults}. */
    public CallFault always() {
        return times(Integer.MAX_VALUE);
    }

    abstract Disturbance disturbance();

    abstract Optional<String> action();

    @Value.Default
    int firstCall() {
        return 1;
    }

    @Value.Default
    int count() {
        return 1;
    }

    boolean concerns(String qualifiedAction) {
        return action().isEmpty()
                || action().get().equals(qualifiedAction)
                || (action().get().endsWith(":*")
                        && qualifiedAction.startsWith(action().get().replace("*", "")));
    }

    private static CallFault of(Disturbance disturbance) {
        return ImmutableCallFault.builder().disturbance(disturbance).build();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
