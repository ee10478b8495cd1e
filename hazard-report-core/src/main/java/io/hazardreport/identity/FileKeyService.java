package io.hazardreport.identity;

import io.hazardreport.base.IdSource;
import io.hazardreport.base.UnitId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keys from one file that only the host may read: {@code index} and one {@code key.<id>} per vault key (32 bytes each,
 * base 64), {@code active} naming the one in use. Old keys stay in the file so that old rows can be read. Whoever loses
 * the file loses the names; back it up apart from the database.
 */
public final class FileKeyService implements KeyService {

    private final byte[] index;
    private final String active;
    private final Map<String, byte[]> keys;
    private final IdSource random;

    private FileKeyService(byte[] index, String active, Map<String, byte[]> keys, IdSource random) {
        this.index = index;
        this.active = active;
        this.keys = keys;
        this.random = random;
    }

    /** Opens the file, making it with fresh keys (readable by its owner only) if it is not there. */
    public static FileKeyService openOrCreate(Path file) {
        IdSource random = IdSource.secure();
        if (!Files.exists(file)) {
            create(file, random);
        }
        return open(file);
    }

    private static void create(Path file, IdSource random) {
        Base64.Encoder base64 = Base64.getEncoder();
        List<String> lines = List.of(
                "# hazard-report vault keys; keep secret, back up apart from the database",
                "active=k1",
                "index=" + base64.encodeToString(random.random(Crypto.KEY_BYTES)),
                "key.k1=" + base64.encodeToString(random.random(Crypto.KEY_BYTES)));
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return; // somebody else made it meanwhile; theirs is as good
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the key file " + file, e);
        }
    }

    /** @throws WrongVaultKeyException when the file lacks {@code index}, {@code active} or the active key */
    public static FileKeyService open(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file, e);
        }
        Map<String, byte[]> keys = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("key.")) {
                keys.put(name.substring(4), key(properties, name, file));
            }
        }
        String active = properties.getProperty("active", "");
        if (!keys.containsKey(active)) {
            throw new WrongVaultKeyException(
                    active, "active = " + String.join(" | ", keys.keySet()) + " (" + file + ")");
        }
        return new FileKeyService(key(properties, "index", file), active, keys, IdSource.secure());
    }

    private static byte[] key(Properties properties, String name, Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(properties.getProperty(name, ""));
            if (key.length == Crypto.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // not base 64: told below, without the text of the key
        }
        throw new WrongVaultKeyException(name, name + " = 32 bytes, base 64 (" + file + ")");
    }

    @Override
    public WrappedKey wrap(byte[] dataKey) {
        byte[] nonce = random.random(Crypto.NONCE_BYTES);
        byte[] sealed = Crypto.encrypt(keyNamed(active), nonce, active, dataKey);
        byte[] bytes = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, nonce.length, sealed.length);
        return new WrappedKey(active, bytes);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped) {
        byte[] nonce = Arrays.copyOf(wrapped, Crypto.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(wrapped, Crypto.NONCE_BYTES, wrapped.length);
        return Crypto.decrypt(keyNamed(keyId), nonce, keyId, sealed)
                .orElseThrow(() -> new WrongVaultKeyException(keyId, known()));
    }

    @Override
    public byte[] indexKey(UnitId unit) {
        return Crypto.hmac(index, "unit|" + unit);
    }

    private byte[] keyNamed(String keyId) {
        byte[] key = keys.get(keyId);
        if (key == null) {
            throw new WrongVaultKeyException(keyId, known());
        }
        return key;
    }

    private String known() {
        return keys.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "FileKeyService[active=" + active + ", keys=" + keys.keySet() + "]";
    }
}
