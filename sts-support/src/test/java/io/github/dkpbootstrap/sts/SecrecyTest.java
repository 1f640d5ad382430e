// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Every secret of the fake STS contains one mark; it may show nowhere. */
class SecrecyTest {
    private static final String EXTERNAL_ID = FakeSts.MARK + "-external";

    private final List<String> seen = new ArrayList<>();

    @Test
    void nothingSecretIsPrintedLoggedOrThrown() {
        try (SessionBench bench = new SessionBench(s -> s.externalId(EXTERNAL_ID))) {
            bench.resolveAndLand();
            IssuedCredentials issued = bench.session.issued();
            see(bench.session, bench.session.spec(), bench.session.credentials(), issued, issued.toAwsCredentials());
            see(bench.session.credentials().resolveCredentials(), bench.resolveAsync());
            see(Lease.of(issued, bench.clock.instant(), Duration.ofHours(1), RefreshWindow.DEFAULT));
            see(issued.maskedExportLines(Shell.POSIX));
            bench.sts.fail(
                    "ValidationError", "Value '" + EXTERNAL_ID + "' at 'externalId' failed to satisfy constraint");
            bench.advance(Duration.ofMinutes(50));
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(10));
            seeFailure(bench::resolve);
            seeFailure(() -> bench.resolveAsync().join());
            seeFailure(
                    () -> issued.toBuilder().sessionToken(FakeSts.MARK + "\n").build());
            seeFailure(() -> SessionSpec.builder()
                    .externalId(EXTERNAL_ID + " ")
                    .roleArn(SessionBench.ROLE)
                    .build());
            bench.log.entries().forEach(this::see);
        }
        assertThat(seen).hasSizeGreaterThan(12).noneMatch(text -> text.contains(FakeSts.MARK));
    }

    @Test
    void nothingSecretOfTheSourceIsPrintedLoggedOrThrown() {
        AwsSessionCredentials own = AwsSessionCredentials.create(
                "ASIASOURCE", FakeSts.MARK + "-source-secret", FakeSts.MARK + "-source-token");
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(StaticCredentialsProvider.create(own)))) {
            bench.sts.owns("ASIASOURCE", "arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/i-1");
            bench.resolve();
            see(bench.session.issued(), bench.session.credentials().resolveCredentials(), bench.resolveAsync());
            bench.log.entries().forEach(this::see);
        }
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(StaticCredentialsProvider.create(own)))) {
            bench.sts.owns("ASIASOURCE", "arn:aws:sts::123456789012:assumed-role/ci/build");
            bench.resolve();
            see(bench.sts.requests.get(0), new FixedIdentity(own));
            bench.sts.giveCredentialsOf("arn:aws:iam::999999999999:user/eve");
            bench.sts.recreateRole();
            bench.session.invalidate();
            seeFailure(bench::resolve);
            bench.sts.fail("AccessDenied", "no");
            bench.session.invalidate();
            seeFailure(bench::resolve);
            bench.log.entries().forEach(this::see);
        }
        assertThat(seen).hasSizeGreaterThan(9).noneMatch(text -> text.contains(FakeSts.MARK));
    }

    @Test
    void theMarkIsInWhatIsMeantToHoldIt() {
        try (SessionBench bench = new SessionBench()) {
            assertThat(bench.session.issued().exportLines(Shell.POSIX)).anyMatch(line -> line.contains(FakeSts.MARK));
        }
    }

    private void see(Object... things) {
        for (Object thing : things) {
            seen.add(thing.toString());
        }
    }

    private void seeFailure(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            seen.add(trace.toString());
            return;
        }
        throw new AssertionError("did not fail");
    }
}
