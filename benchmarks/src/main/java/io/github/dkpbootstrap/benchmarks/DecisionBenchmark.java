// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.engine.PolicyEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions a second, one thread, on the vendor's policy: the engine, its explanations, and the interpreter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecisionBenchmark {
    private final PolicySet policies = VendorRequests.policies();
    private final AccessRequest[] requests = VendorRequests.requests();
    private final PolicyEngine engine = PolicyEngine.compile(policies);
    private final PolicyInterpreter interpreter = new PolicyInterpreter();
    private int next;

    /** Creates the state of a thread. */
    public DecisionBenchmark() {}

    /** Decides by the engine. */
    @Benchmark
    public Verdict engine() {
        return engine.decide(request());
    }

    /** Decides by the engine, with reasons. */
    @Benchmark
    public Decision engineExplains() {
        return engine.explain(request());
    }

    /** Decides by the interpreter, which always gives reasons. */
    @Benchmark
    public Decision interpreter() {
        return interpreter.decide(request(), policies);
    }

    /** Compiles the policy. */
    @Benchmark
    public PolicyEngine compile() {
        return PolicyEngine.compile(policies);
    }

    private AccessRequest request() {
        next = next + 1 == requests.length ? 0 : next + 1;
        return requests[next];
    }
}
