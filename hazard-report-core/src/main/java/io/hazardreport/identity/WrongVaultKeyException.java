package io.hazardreport.identity;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;

/** The vault cannot be opened with the keys at hand; nothing was read or changed. */
public class WrongVaultKeyException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    public WrongVaultKeyException(String keyId, String known) {
        super(Problem.of("identity.wrong-vault-key", "keyId", keyId, known));
    }
}
