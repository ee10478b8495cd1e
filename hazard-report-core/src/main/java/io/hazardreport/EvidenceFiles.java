package io.hazardreport;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import io.hazardreport.evidence.Evidence;
import io.hazardreport.evidence.EvidenceIntake;
import io.hazardreport.evidence.EvidencePolicy;
import io.hazardreport.evidence.EvidenceStore;
import io.hazardreport.evidence.Sha256;
import io.hazardreport.evidence.StoredFile;
import io.hazardreport.evidence.ViewerCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in, {@link Evidence} for commands out; holds every store to the same policy. Who may look at what is the host's
 * to say.
 */
public final class EvidenceFiles {

    private final EvidenceStore store;
    private final EvidencePolicy policy;

    EvidenceFiles(EvidenceStore store, EvidencePolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** What is taken, for a form to say beforehand. */
    public EvidencePolicy policy() {
        return policy;
    }

    /** The same, taken at a time nobody wrote down. */
    public Evidence keep(UnitId unit, Evidence.Stage stage, InputStream content) {
        return keep(unit, stage, content, null);
    }

    /**
     * Stores the original; the answer goes into a command. Nothing is undone when that command is refused.
     *
     * @param content read to its end, at most one byte beyond the limit; not closed
     * @throws InvalidInputException {@code evidence.empty}, {@code evidence.over-size}, {@code evidence.wrong-type};
     *     {@code evidence.hash-mismatch} when the store kept other bytes than it was given
     */
    public Evidence keep(UnitId unit, Evidence.Stage stage, InputStream content, @Nullable Instant capturedAt) {
        EvidenceIntake intake = EvidenceIntake.of(content, policy);
        StoredFile stored = store.put(unit, intake);
        requireHash(stored.sha256(), intake.sha256());
        return intake.stored(stored.reference()).as(stage, capturedAt);
    }

    /**
     * The bytes as they were handed in, in memory.
     *
     * @throws InvalidInputException {@code evidence.not-found}; {@code evidence.hash-mismatch} when they are no longer
     *     those the report speaks of
     */
    public byte[] original(UnitId unit, Evidence evidence) {
        try (InputStream in = store.open(unit, evidence.reference())) {
            // one byte too many is enough to know that it is not the same
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, evidence.bytes() + 1));
            requireHash(Sha256.of(bytes), evidence.sha256());
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read evidence " + evidence.reference() + " of unit " + unit, e);
        }
    }

    /**
     * A picture without what it tells beside the picture: place, time, device.
     *
     * @throws InvalidInputException as {@link #original} and {@link ViewerCopy#of} do
     */
    public byte[] viewerCopy(UnitId unit, Evidence evidence) {
        return ViewerCopy.of(original(unit, evidence));
    }

    /** Evidence whose bytes are in the store and are not those it claims; what the store does not have the host vouches for. */
    List<Problem> mismatches(UnitId unit, List<Evidence> claimed) {
        List<Problem> problems = new ArrayList<>();
        for (Evidence evidence : claimed) {
            try {
                original(unit, evidence);
            } catch (InvalidInputException refused) {
                refused.problems().stream()
                        .filter(problem -> problem.code().equals("evidence.hash-mismatch"))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static void requireHash(String is, String expected) {
        if (!is.equals(expected)) {
            throw new InvalidInputException(Problem.of("evidence.hash-mismatch", "content", is, expected));
        }
    }
}
