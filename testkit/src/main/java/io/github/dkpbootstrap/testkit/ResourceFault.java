// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * What goes wrong, or takes its time, when CloudFormation works on a resource: the next time, unless {@link #times} or
 * {@link #always} say otherwise.
 *
 * <pre>{@code
 * aws.inject(ResourceFault.on("DKPBootstrapRole").whenUpdating().fails("Rate exceeded").handlerErrorCode("Throttling"));
 * aws.inject(ResourceFault.on("DKPBootstrapRole").whenRollingBack().fails("Internal failure"));
 * aws.inject(ResourceFault.on("DKPBootstrapPolicy").whenDeleting().takes(Duration.ofMinutes(20)));
 * }</pre>
 *
 * <p>A resource that fails is left as it is: what was to be done is not done. Immutable.
 */
@ValueStyle
@Value.Immutable
public abstract class ResourceFault {
    /** A resource; the next word says what is being done to it. Immutable. */
    public static final class Place {
        private final Optional<String> logicalId;

        private Place(Optional<String> logicalId) {
            this.logicalId = logicalId;
        }

        /** Returns the creation of the resource, as its stack is created or updated. */
        public Occasion whenCreating() {
            return new Occasion(logicalId, Phase.CREATING);
        }

        /** Returns an update of the resource; a replacement is one, too. */
        public Occasion whenUpdating() {
            return new Occasion(logicalId, Phase.UPDATING);
        }

        /** Returns the deletion of the resource, as its stack is deleted or after an update that no longer needs it. */
        public Occasion whenDeleting() {
            return new Occasion(logicalId, Phase.DELETING);
        }

        /** Returns the import of the resource, as its stack imports it. */
        public Occasion whenImporting() {
            return new Occasion(logicalId, Phase.IMPORTING);
        }

        /** Returns whatever is done to the resource while its stack rolls back: it may be updated or deleted. */
        public Occasion whenRollingBack() {
            return new Occasion(logicalId, Phase.ROLLING_BACK);
        }
    }

    /** A resource and what is being done to it; the next word says what goes otherwise. Immutable. */
    public static final class Occasion {
        private final Optional<String> logicalId;
        private final Phase phase;

        private Occasion(Optional<String> logicalId, Phase phase) {
            this.logicalId = logicalId;
            this.phase = phase;
        }

        /**
         * Returns a fault that lets it fail a second after it began.
         *
         * @param reason the reason that the event shows
         */
        public ResourceFault fails(String reason) {
            return fault().reason(reason).build();
        }

        /**
         * Returns a fault that lets it take so long, and at least a second.
         *
         * @throws IllegalArgumentException if the duration is negative
         */
        public ResourceFault takes(Duration duration) {
            require(!duration.isNegative(), "Nothing takes " + duration);
            return fault().duration(duration).build();
        }

        private ImmutableResourceFault.Builder fault() {
            return ImmutableResourceFault.builder().logicalId(logicalId).phase(phase);
        }
    }

    ResourceFault() {}

    /** Starts a fault of the resource with this logical id. */
    public static Place on(String logicalId) {
        return new Place(Optional.of(logicalId));
    }

    /** Starts a fault of whichever resource comes first. */
    public static Place onAnyResource() {
        return new Place(Optional.empty());
    }

    /** Returns this fault for stacks of one name; without it, the resource may be in any stack. */
    public ResourceFault ofStack(String name) {
        return copy().stack(name).build();
    }

    /**
     * Returns this fault with a reason in the shape that AWS gives to what a resource handler said: {@code Resource handler
     * returned message: "..." (RequestToken: ..., HandlerErrorCode: ...)}.
     *
     * @param code such as {@code AccessDenied}, {@code AlreadyExists}, {@code Throttling}, {@code GeneralServiceException}
     * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html">
     *     Handler error codes</a>
     */
    public ResourceFault handlerErrorCode(String code) {
        return copy().handlerCode(code).build();
    }

    /**
     * Returns this fault, failing so long after it began instead of a second.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public ResourceFault after(Duration duration) {
        require(!duration.isNegative(), "Nothing fails after " + duration);
        return copy().duration(duration).build();
    }

    /**
     * Returns this fault for the next {@code k} times; 1 unless set.
     *
     * @throws IllegalArgumentException if {@code k} is less than 1
     */
    public ResourceFault times(int k) {
        require(k >= 1, "A fault happens at least once, not " + k + " times");
        return copy().count(k).build();
    }

    /** Returns this fault for every time, until {@link LocalAws#clearFaults}. */
    public ResourceFault always() {
        return times(Integer.MAX_VALUE);
    }

    /** Returns this fault from the n-th time on. */
    ResourceFault from(int n) {
        return copy().first(n).build();
    }

    abstract Optional<String> logicalId();

    abstract Phase phase();

    abstract Optional<String> stack();

    abstract Optional<String> reason();

    abstract Optional<String> handlerCode();

    abstract Optional<Duration> duration();

    @Value.Default
    int first() {
        return 1;
    }

    @Value.Default
    int count() {
        return 1;
    }

    boolean concerns(String stackName, String id, Phase what) {
        return phase() == what
                && stack().filter(name -> !name.equals(stackName)).isEmpty()
                && logicalId().filter(name -> !name.equals(id)).isEmpty();
    }

    Trouble trouble() {
        return new Trouble(
                duration(),
                reason().map(text -> handlerCode().map(code -> said(text, code)).orElse(text)));
    }

    private ImmutableResourceFault.Builder copy() {
        return ImmutableResourceFault.builder().from(this);
    }

    private static String said(String text, String code) {
        return "Resource handler returned message: \"%s\" (RequestToken: %s, HandlerErrorCode: %s)"
                .formatted(text, UUID.randomUUID(), code);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
