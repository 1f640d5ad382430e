// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
    @ParameterizedTest
    @CsvSource({
        "TERMINAL, Linux, TERM=xterm, true",
        "TERMINAL, Linux, TERM=xterm CI=false, true",
        "TERMINAL, Linux, TERM=xterm NO_COLOR=, true",
        "SOMETHING_ELSE, Linux, TERM=xterm, false",
        "TERMINAL, Linux, TERM=xterm CI=true, false",
        "TERMINAL, Linux, TERM=xterm CI=1, false",
        "TERMINAL, Linux, TERM=xterm NO_COLOR=1, false",
        "TERMINAL, Linux, TERM=dumb, false",
        "TERMINAL, Linux, X=, false",
        "TERMINAL, Windows 11, X=, false",
        "TERMINAL, Windows 11, WT_SESSION=0a1b, true",
        "TERMINAL, Windows 11, ConEmuANSI=ON, true",
    })
    void tellATerminalThatSomebodyLooksAt(
            Surroundings.Attached attached, String system, String variables, boolean live) {
        assertThat(surroundings(attached, system, variables).isLive()).isEqualTo(live);
    }

    @ParameterizedTest
    @CsvSource({"COLUMNS=50, 50", "COLUMNS=0, 72", "COLUMNS=-4, 72", "COLUMNS=99999999999, 72", "COLUMNS=wide, 72"})
    void takeTheWidthFromTheEnvironmentElseFromTheWindow(String variables, int width) {
        assertThat(surroundings(Surroundings.Attached.TERMINAL, "Linux", variables)
                        .columns())
                .isEqualTo(width);
    }

    @Test
    void takeEightyColumnsWhereNobodyKnows() {
        Surroundings unknown = new Surroundings(
                Map.of(), Surroundings.Attached.TERMINAL, "Linux", StandardCharsets.UTF_8, OptionalInt::empty);

        assertThat(unknown.columns()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"'24 132\n', 132", "'0 0\n', -1", "'', -1", "'stty: no', -1"})
    void readWhatSttySays(String said, int width) {
        assertThat(TerminalProbe.parsed(said).orElse(-1)).isEqualTo(width);
    }

    @Test
    void leaveEverythingButStandardOutputPlainUnlessToldOtherwise() {
        StringBuilder detected = new StringBuilder();
        StringBuilder live = new StringBuilder();

        ConsoleListener.of(detected, ConsoleStyle.DETECTED, Telling.terminal(80))
                .onWait(StackOperation.READ, Duration.ZERO);
        ConsoleListener.of(live, ConsoleStyle.LIVE, Telling.terminal(80)).onWait(StackOperation.READ, Duration.ZERO);

        assertThat(detected).isEmpty();
        assertThat(live).contains("\033[");
    }

    @Test
    void leaveAStandardOutputPlainThatSomebodyHasReplaced() {
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        ByteArrayOutputStream replaced = new ByteArrayOutputStream();

        waitOn(new PrintStream(own, true, StandardCharsets.UTF_8));
        waitOn(new PrintStream(replaced, true, StandardCharsets.UTF_8) {});

        assertThat(own.toString(StandardCharsets.UTF_8)).contains("\033[");
        assertThat(replaced.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void waitOn(PrintStream out) {
        PrintStream before = System.out;
        System.setOut(out);
        try {
            ConsoleListener.of(out, ConsoleStyle.DETECTED, Telling.terminal(80))
                    .onWait(StackOperation.READ, Duration.ZERO);
        } finally {
            System.setOut(before);
        }
    }

    private static Surroundings surroundings(Surroundings.Attached attached, String system, String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ", -1)) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        return new Surroundings(environment, attached, system, StandardCharsets.UTF_8, () -> OptionalInt.of(72));
    }
}
