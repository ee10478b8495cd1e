package io.hazardreport.examples.benchmarks;

import io.hazardreport.reward.Explanation;
import io.hazardreport.reward.RewardCase;
import java.util.List;
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

/** One decision on one hazard by twelve rules; each call takes the next of 128 different hazards. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms256m", "-Xmx256m"})
public class RewardDecisions {

    private final Contestants contestants = new Contestants();
    private final List<Hazard> hazards = Contestants.hazards();
    private final List<RewardCase> cases =
            hazards.stream().map(Contestants::asCase).toList();
    private final List<RewardCase> casesOfAnother =
            hazards.stream().map(Contestants::asCaseOfAnother).toList();
    private int next;

    private int next() {
        next = (next + 1) % hazards.size();
        return next;
    }

    /** The library, its explanation included. */
    @Benchmark
    public Explanation library() {
        return contestants.library(cases.get(next()));
    }

    /** The library where nothing it keeps of earlier cases helps. */
    @Benchmark
    public Explanation libraryNothingKept() {
        return contestants.library(casesOfAnother.get(next()));
    }

    /** Drools at its best: one session reused, facts inserted and deleted. */
    @Benchmark
    public Answer droolsSessionReused() {
        return contestants.drools(hazards.get(next()));
    }

    /** Drools with a stateless session. */
    @Benchmark
    public Answer droolsStateless() {
        return contestants.droolsStateless(hazards.get(next()));
    }

    /** Written by hand, without a schedule. */
    @Benchmark
    public Answer handWritten() {
        return contestants.byHand(hazards.get(next()));
    }
}
