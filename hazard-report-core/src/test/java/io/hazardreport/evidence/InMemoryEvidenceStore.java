package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The least a host could write: a map. */
public final class InMemoryEvidenceStore implements EvidenceStore {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final EvidencePolicy policy;

    public InMemoryEvidenceStore(EvidencePolicy policy) {
        this.policy = policy;
    }

    @Override
    public StoredFile put(UnitId unit, InputStream content) {
        EvidenceIntake intake = EvidenceIntake.of(content, policy);
        try {
            byte[] bytes = intake.readAllBytes();
            files.put(key(unit, intake.sha256()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return intake.stored(intake.sha256());
    }

    @Override
    public InputStream open(UnitId unit, String reference) {
        byte[] bytes = files.get(key(unit, reference));
        if (bytes == null) {
            throw new InvalidInputException(Problem.of("evidence.not-found", "reference", reference, unit.value()));
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean delete(UnitId unit, String reference) {
        return files.remove(key(unit, reference)) != null;
    }

    private static String key(UnitId unit, String reference) {
        if (!reference.matches("[0-9a-f]{64}")) {
            throw new InvalidInputException(Problem.of("evidence.bad-name", "reference", reference, "64 × 0-9 a-f"));
        }
        return unit + "/" + reference;
    }
}
