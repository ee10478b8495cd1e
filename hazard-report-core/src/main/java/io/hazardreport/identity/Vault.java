package io.hazardreport.identity;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.PersonId;
import io.hazardreport.base.PersonKey;
import io.hazardreport.base.UnitId;
import io.hazardreport.journal.Payload;
import io.hazardreport.journal.SealedKind;
import io.hazardreport.journal.SealedRow;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Seals and opens the vault's rows and makes person keys, pseudonyms and claim codes; holds no rows itself. */
public final class Vault {

    private static final int FORMAT = 1;

    private final KeyService keys;
    private final IdSource random;

    public Vault(KeyService keys, IdSource random) {
        this.keys = keys;
        this.random = random;
    }

    public PersonKey key(UnitId unit, PersonId person) {
        return PersonKey.of(Crypto.hmac(keys.indexKey(unit), "person|" + person.value()));
    }

    public PersonKey key(UnitId unit, ClaimCode code) {
        return PersonKey.of(Crypto.hmac(keys.indexKey(unit), "claim|" + code.signs()));
    }

    public ClaimCode newClaimCode() {
        return ClaimCode.of(random.random(16));
    }

    /** A keyed digest by which equal content is found again without being readable. */
    public String fingerprint(UnitId unit, String content) {
        return HexFormat.of().formatHex(Crypto.hmac(keys.indexKey(unit), "content|" + content));
    }

    /**
     * How events call a person, e.g. {@code P-3f9k2mq7}.
     *
     * @param scope a report's id for a pseudonym per report, empty for one per person
     */
    public String pseudonym(UnitId unit, String scope, PersonKey person) {
        byte[] mac = Crypto.hmac(keys.indexKey(unit), "pseudonym|" + scope + "|" + person.hex());
        String digits = new BigInteger(1, mac).toString(32).toLowerCase(Locale.ROOT);
        return "P-" + digits.substring(digits.length() - 8);
    }

    /** @param identity empty for an anonymous reporter: the row then knows the key of the claim code only */
    public SealedRow sealReporter(
            UnitId unit, UUID report, int ordinal, PersonKey key, String pseudonym, Optional<Identity> identity) {
        Payload secret = identity.map(Identity::payload).orElse(Payload.EMPTY);
        return seal(unit, report, SealedKind.REPORTER, ordinal, key.hex(), pseudonym, secret);
    }

    public SealedRow sealConcerned(UnitId unit, UUID report, int ordinal, PersonId person) {
        Payload secret = Payload.builder().put("person", person.value()).build();
        return seal(
                unit, report, SealedKind.CONCERNED, ordinal, key(unit, person).hex(), "", secret);
    }

    /** Seals words; {@link #reference} makes what an event may hold of them. */
    public SealedRow sealText(UnitId unit, UUID owner, int ordinal, String words) {
        String salt = HexFormat.of().formatHex(random.random(16));
        Payload secret = Payload.builder().put("salt", salt).put("words", words).build();
        return seal(unit, owner, SealedKind.TEXT, ordinal, "", "", secret);
    }

    /** The number and salted digest of sealed words. */
    public FreeText reference(UnitId unit, SealedRow row) {
        Payload secret = open(unit, row).orElseThrow();
        byte[] salt = HexFormat.of().parseHex(secret.required("salt"));
        return FreeText.sealed(row.ordinal(), HexFormat.of().formatHex(Crypto.sha256(salt, secret.required("words"))));
    }

    /** Empty when erased, or when the reporter is anonymous. */
    public Optional<Identity> identity(UnitId unit, SealedRow row) {
        return open(unit, row).filter(secret -> secret.has("person")).map(Identity::from);
    }

    /** Empty when erased. */
    public Optional<String> words(UnitId unit, SealedRow row) {
        return open(unit, row).map(secret -> secret.required("words"));
    }

    private SealedRow seal(
            UnitId unit, UUID owner, SealedKind kind, int ordinal, String key, String pseudonym, Payload secret) {
        byte[] dataKey = random.random(Crypto.KEY_BYTES);
        byte[] nonce = random.random(Crypto.NONCE_BYTES);
        byte[] sealed = Crypto.encrypt(
                dataKey,
                nonce,
                associated(unit, owner, kind, ordinal, FORMAT),
                secret.toJson().getBytes(StandardCharsets.UTF_8));
        KeyService.WrappedKey wrapped = keys.wrap(dataKey);
        return new SealedRow(
                owner, kind, ordinal, key, pseudonym, FORMAT, wrapped.keyId(), wrapped.bytes(), nonce, sealed);
    }

    private Optional<Payload> open(UnitId unit, SealedRow row) {
        byte[] sealed = row.ciphertext();
        if (sealed == null) {
            return Optional.empty();
        }
        byte[] dataKey = keys.unwrap(row.keyId(), row.wrappedKey());
        String associated = associated(unit, row.owner(), row.kind(), row.ordinal(), row.format());
        byte[] plain = Crypto.decrypt(dataKey, row.nonce(), associated, sealed)
                .orElseThrow(() -> new WrongVaultKeyException(row.keyId(), row.kind() + " of this very report"));
        return Optional.of(Payload.parse(new String(plain, StandardCharsets.UTF_8)));
    }

    private static String associated(UnitId unit, UUID owner, SealedKind kind, int ordinal, int format) {
        return unit + "|" + owner + "|" + kind + "|" + ordinal + "|" + format;
    }
}
