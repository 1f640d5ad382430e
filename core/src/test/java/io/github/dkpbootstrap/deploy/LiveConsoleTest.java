// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person sees, frame by frame. */
class LiveConsoleTest {
    private static final String DENIED = "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
            + " iam:CreateInstanceProfile on resource:"
            + " arn:aws:iam::123456789012:instance-profile/DKPBootstrapInstanceProfile";

    private final TinyTerminal terminal = new TinyTerminal(80, 24);

    @Test
    void redrawsWhatIsInFlightBelowWhatHasEnded() {
        Telling telling = creation(Telling.terminal(80));
        assertThat(terminal.screen()).isEqualTo("Creating stack dkp");

        telling.stack(0, "CREATE_IN_PROGRESS", "User Initiated").look(0);
        assertThat(terminal.screen()).isEqualTo("""
                        Creating stack dkp
                        ⠙    0 s  CREATE_IN_PROGRESS""");

        telling.resource(2, "Role", "CREATE_IN_PROGRESS")
                .resource(3, "Role", "CREATE_IN_PROGRESS", "Resource creation Initiated")
                .look(9);
        assertThat(terminal.screen()).isEqualTo("""
                        Creating stack dkp
                        ⠹    7 s  CREATE_IN_PROGRESS  Role
                        ⠹    9 s  0/1 resources  CREATE_IN_PROGRESS""");

        telling.resource(21, "Role", "CREATE_COMPLETE")
                .resource(22, "Profile", "CREATE_IN_PROGRESS")
                .resource(22, "Policy", "CREATE_IN_PROGRESS")
                .look(100);
        assertThat(terminal.screen()).isEqualTo("""
                        Creating stack dkp
                        ✓   19 s  CREATE_COMPLETE     Role
                        ⠸   78 s  CREATE_IN_PROGRESS  Profile
                        ⠸   78 s  CREATE_IN_PROGRESS  Policy
                        ⠸  100 s  1/3 resources  CREATE_IN_PROGRESS""");

        telling.resource(101, "Policy", "CREATE_COMPLETE")
                .resource(140, "Profile", "CREATE_COMPLETE")
                .stack(141, "CREATE_COMPLETE")
                .end("CREATE_COMPLETE");
        assertThat(terminal.screen()).isEqualTo("""
                        Creating stack dkp
                        ✓   19 s  CREATE_COMPLETE     Role
                        ✓   79 s  CREATE_COMPLETE     Policy
                        ✓  118 s  CREATE_COMPLETE     Profile
                        ✓ Stack dkp is CREATE_COMPLETE after 141 s""");
    }

    @Test
    void printsTheWholeReasonOfAFailureOnLinesOfItsOwn() {
        failure(creation(Telling.terminal(80)));

        assertThat(terminal.screen()).isEqualTo("""
                        Creating stack dkp
                        ✗    1 s  CREATE_FAILED       Profile
                                  User: arn:aws:iam::123456789012:user/alice is not authorized to
                                  perform: iam:CreateInstanceProfile on resource:
                                  arn:aws:iam::123456789012:instance-profile/
                                  DKPBootstrapInstanceProfile
                        !         ROLLBACK_IN_PROGRESS  dkp
                                  The following resource(s) failed to create: [Profile].
                        ✓    1 s  DELETE_COMPLETE     Profile
                        ! Stack dkp is ROLLBACK_COMPLETE after 6 s""");
    }

    @Test
    void coloursWhatFailedRedWhatTurnsBackYellowAndWhatIsDoneGreen() {
        failure(creation(Telling.terminal(80)));

        assertThat(terminal.painted())
                .contains(
                        "31:✗    1 s  CREATE_FAILED       Profile",
                        "33:!         ROLLBACK_IN_PROGRESS  dkp",
                        "33:! Stack dkp is ROLLBACK_COMPLETE after 6 s",
                        "32:✓",
                        "36:⠋");
    }

    @Test
    void usesNoColourWhereNoneIsWanted() {
        failure(creation(Telling.terminal(80, StandardCharsets.UTF_8, Map.of("TERM", "xterm", "NO_COLOR", "1"))));

        assertThat(terminal.painted()).isEmpty();
        assertThat(terminal.screen()).contains("✗    1 s  CREATE_FAILED");
    }

    @Test
    void usesPlainSignsWhereTheCharacterSetHasNoOthers() {
        failure(creation(Telling.terminal(80, StandardCharsets.US_ASCII, Map.of("TERM", "xterm"))));

        assertThat(terminal.screen()).contains("x    1 s  CREATE_FAILED", "+    1 s  DELETE_COMPLETE");
    }

    @Test
    void cutsInANarrowWindowWhatIsInFlightAndWrapsWhatStays() {
        TinyTerminal narrow = new TinyTerminal(40, 24);
        String profile = "AWSIAMInstanceProfileDKPBootstrapper";

        Telling telling = creation(narrow, Telling.terminal(40))
                .stack(0, "CREATE_IN_PROGRESS")
                .look(0)
                .resource(1, profile, "CREATE_IN_PROGRESS")
                .look(5);
        assertThat(narrow.screen()).isEqualTo("""
                        Creating stack dkp
                        ⠹    4 s  CREATE_IN_PROGRESS  AWSIAMIn…
                        ⠹    5 s  0/1 resources  CREATE_IN_PRO…""");

        telling.resource(6, profile, "CREATE_FAILED", DENIED).end("ROLLBACK_COMPLETE");
        assertThat(narrow.screen()).isEqualTo("""
                        Creating stack dkp
                        ✗    5 s  CREATE_FAILED
                                  AWSIAMInstanceProfileDKPBoots
                                  trapper
                                  User:
                                  arn:aws:iam::123456789012:
                                  user/alice is not authorized
                                  to perform:
                                  iam:CreateInstanceProfile on
                                  resource:
                                  arn:aws:iam::123456789012:
                                  instance-profile/
                                  DKPBootstrapInstanceProfile
                        ! Stack dkp is ROLLBACK_COMPLETE after
                          6 s""");
    }

    @Test
    void keepsItsPlaceInAWindowThatIsNarrowerThanItsKnownWidth() {
        TinyTerminal shrunk = new TinyTerminal(30, 24);

        creation(shrunk, Telling.terminal(80))
                .stack(0, "CREATE_IN_PROGRESS")
                .look(0)
                .resource(1, "AWSIAMManagedPolicyDKPBootstrapper", "CREATE_IN_PROGRESS")
                .look(5)
                .look(7)
                .look(9);

        assertThat(shrunk.screen().lines()).hasSize(3).element(2).asString().contains("9 s  0/1 resources");
    }

    @Test
    void leavesTheTerminalAsItWasAfterEachFrame() {
        Telling telling = creation(Telling.terminal(80));
        assertThat(terminal.isRestored()).isTrue();
        telling.stack(0, "CREATE_IN_PROGRESS")
                .resource(1, "Role", "CREATE_IN_PROGRESS")
                .look(2);
        assertThat(terminal.isRestored()).isTrue();
        telling.resource(3, "Role", "CREATE_FAILED", "no");
        assertThat(terminal.isRestored()).isTrue();
        telling.giveUp("too late");
        assertThat(terminal.isRestored()).isTrue();
    }

    @Test
    void saysWhyAnOperationIsFollowedNoLonger() {
        creation(Telling.terminal(80))
                .stack(0, "CREATE_IN_PROGRESS")
                .look(0)
                .resource(1, "Role", "CREATE_IN_PROGRESS")
                .look(30)
                .giveUp("CREATE of stack dkp has not ended within its time");

        assertThat(terminal.screen()).isEqualTo("""
                        Creating stack dkp
                        ! Followed no longer after 30 s: CREATE of stack dkp has not ended within its
                          time""");
    }

    @Test
    void obeysNothingThatAReasonHolds() {
        creation(Telling.terminal(80))
                .resource(1, "Role", "CREATE_FAILED", "bad\033[2Jnews\r\nand\u202Emore\u0007")
                .end("CREATE_FAILED");

        assertThat(terminal.screen()).contains("          bad [2Jnews and more");
    }

    @Test
    void countsWhatDoesNotFit() {
        Telling telling = creation(Telling.terminal(80));
        for (int i = 0; i < 9; i++) {
            telling.resource(1, "Role" + i, "CREATE_IN_PROGRESS");
        }

        assertThat(terminal.screen()).contains("Role5").doesNotContain("Role6").contains("          and 3 more");
    }

    @Test
    void keepsStillOfWhatScrollsOutOfALowWindow() {
        TinyTerminal low = new TinyTerminal(80, 4);
        Telling telling = creation(low, Telling.terminal(80)).stack(0, "CREATE_IN_PROGRESS");
        for (int i = 0; i < 6; i++) {
            telling.resource(i, "Role" + i, "CREATE_IN_PROGRESS")
                    .look(i)
                    .resource(i + 1, "Role" + i, "CREATE_COMPLETE")
                    .look(i + 1);
        }
        telling.end("CREATE_COMPLETE");

        assertThat(low.screen().lines()).hasSize(8);
        assertThat(low.screen()).doesNotContain("⠙", "IN_PROGRESS");
    }

    private Telling creation(Surroundings surroundings) {
        return creation(terminal, surroundings);
    }

    private static Telling creation(TinyTerminal terminal, Surroundings surroundings) {
        return new Telling(ConsoleListener.of(terminal, ConsoleStyle.LIVE, surroundings), StackOperation.CREATE);
    }

    private static void failure(Telling telling) {
        telling.stack(0, "CREATE_IN_PROGRESS", "User Initiated")
                .resource(1, "Profile", "CREATE_IN_PROGRESS")
                .resource(2, "Profile", "CREATE_FAILED", DENIED)
                .stack(3, "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Profile].")
                .resource(4, "Profile", "DELETE_IN_PROGRESS")
                .resource(5, "Profile", "DELETE_COMPLETE")
                .stack(6, "ROLLBACK_COMPLETE")
                .end("ROLLBACK_COMPLETE");
    }
}
