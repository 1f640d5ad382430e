// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.junit;

import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each JUnit 5 test a {@link LocalAws} of its own, in virtual time, and the {@link VirtualClock} that it goes by.
 * What a test method, its {@code @BeforeEach} and {@code @AfterEach} methods and the constructor of its class take as
 * parameters is the same one; it is closed after the test.
 *
 * <pre>{@code
 * @ExtendWith(LocalAwsExtension.class)
 * class DeployTest {
 *     @Test
 *     void survivesALostAnswer(LocalAws aws, VirtualClock clock) {
 *         aws.inject(CallFault.lostAfterEffect().on("cloudformation:CreateStack"));
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>With settings: {@code @RegisterExtension final LocalAwsExtension local = LocalAwsExtension.with(b -> b.pageSize(2));}.
 * Tests may run in parallel. Constructor parameters need the life cycle of a test instance per method, JUnit's default.
 * Needs {@code junit-jupiter-api} of the user's own choice, 5.13 or later.
 */
public final class LocalAwsExtension implements ParameterResolver {
    private record Running(LocalAws aws, VirtualClock clock) implements AutoCloseable {
        @Override
        public void close() {
            aws.close();
        }
    }

    private static final Namespace NAMESPACE = Namespace.create(LocalAwsExtension.class);

    private final UnaryOperator<LocalAws.Builder> settings;

    /** Creates the extension with the defaults of {@link LocalAws#builder}, for {@code @ExtendWith}. */
    public LocalAwsExtension() {
        this(builder -> builder);
    }

    private LocalAwsExtension(UnaryOperator<LocalAws.Builder> settings) {
        this.settings = settings;
    }

    /** Returns the extension with settings, for {@code @RegisterExtension}. The time stays virtual. */
    public static LocalAwsExtension with(UnaryOperator<LocalAws.Builder> settings) {
        return new LocalAwsExtension(settings);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalAws.class || type == VirtualClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
        return parameter.getParameter().getType() == LocalAws.class ? running.aws() : running.clock();
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private Running start() {
        VirtualClock clock = VirtualClock.atPresent();
        return new Running(
                settings.apply(LocalAws.builder()).time(TimeMode.virtual(clock)).start(), clock);
    }
}
