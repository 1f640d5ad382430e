// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * To create, update, change nothing, adopt, destroy and plan, from every status of a stack, with every kind of fault on
 * every call, and with a process that stops at every call: {@link SectionThree} says what must come of it, and
 * {@link Selection} which cases are played. Nothing is random. {@code -Dsweep.only=} with the name of a case plays that case
 * alone.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SweepTest {
    private static final String ONLY = "sweep.only";
    private static final int SHOWN = 20;

    private final long start = System.nanoTime();
    private final Sweep sweep = new Sweep();
    private final Optional<Case> only =
            Optional.ofNullable(System.getProperty(ONLY)).map(Case::parse);
    private Map<Scenario, Baseline> baselines = Map.of();
    private int runs;

    @BeforeAll
    void playWithoutFaults() {
        baselines = sweep.baselines(only.map(play -> List.of(play.scenario()))
                .orElseGet(() -> List.copyOf(SectionThree.all().keySet())));
        runs += baselines.size();
    }

    @AfterAll
    void tell() {
        sweep.close();
        System.out.printf(
                "The sweep made %,d runs over %d scenarios in %d s%n",
                runs,
                baselines.size(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    @Test
    void everyScenarioComesToWhatTheTableSaysWhileNothingGoesWrong() {
        List<String> wrong = new ArrayList<>();
        baselines.values().forEach(baseline -> wrong.addAll(BaselineCheck.of(baseline)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTransientFaultChangesNothing() {
        play(Fault.Kind.TRANSIENT);
    }

    @Test
    void aRefusalEndsInATypedErrorOrAWarningAndTheNextCallGoesOn() {
        play(Fault.Kind.REFUSAL);
    }

    @Test
    void aProcessThatStopsIsFollowedByOneThatGoesOn() {
        play(Fault.Kind.STOP);
    }

    private void play(Fault.Kind kind) {
        List<Case> cases = cases(kind);
        List<List<String>> findings = sweep.play(cases, this::baseline);
        runs += cases.size();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (!findings.get(i).isEmpty()) {
                wrong.add(described(cases.get(i), findings.get(i)));
            }
        }
        assertThat(wrong.size())
                .as(String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size()))))
                .isZero();
    }

    private List<Case> cases(Fault.Kind kind) {
        return only.map(play -> Stream.of(play)
                        .filter(wanted -> wanted.fault().kind() == kind)
                        .toList())
                .orElseGet(() -> new Selection(baselines).of(kind));
    }

    private String described(Case play, List<String> findings) {
        String action = baseline(play.scenario()).actions().get(play.call() - 1);
        return """
                %s from %s (%s), %s on call %d, %s, retries: %s
                  %s
                  alone: mvn -pl core -am test -Dtest=SweepTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=%s
                """.formatted(
                        play.scenario().goal(),
                        play.scenario().status(),
                        play.scenario().knob(),
                        play.fault(),
                        play.call(),
                        action,
                        play.retries(),
                        String.join("\n  ", findings),
                        ONLY,
                        play);
    }

    private Baseline baseline(Scenario scenario) {
        return Optional.ofNullable(baselines.get(scenario))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is known of " + scenario));
    }
}
