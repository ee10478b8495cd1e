package io.hazardreport.evidence;

class InMemoryEvidenceStoreTest extends EvidenceStoreContract {

    @Override
    protected EvidenceStore store(EvidencePolicy policy) {
        return new InMemoryEvidenceStore(policy);
    }
}
