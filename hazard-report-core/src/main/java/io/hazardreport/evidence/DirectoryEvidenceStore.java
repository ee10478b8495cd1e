package io.hazardreport.evidence;

import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import io.hazardreport.base.UnitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Evidence as files of one directory, named by their content: {@code unit/ab/cd/abcd…} (SHA-256). A file appears whole
 * or not at all, and its content is checked each time it is opened. Several processes may share the directory. Nothing
 * but this store should write below it; a link met on the way is refused.
 */
public final class DirectoryEvidenceStore implements EvidenceStore {

    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{64}");
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SHOWN = 80;

    private final Path root;
    private final EvidencePolicy policy;

    /** Makes the directory if it is not there. */
    public DirectoryEvidenceStore(Path root, EvidencePolicy policy) {
        try {
            this.root = Files.createDirectories(root).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the evidence directory " + root, e);
        }
        this.policy = policy;
    }

    @Override
    public StoredFile put(UnitId unit, InputStream content) {
        EvidenceIntake intake = EvidenceIntake.of(content, policy);
        try {
            Path home = directory(root, folderName(unit));
            Path part = Files.createTempFile(home, "incoming-", ".part");
            try {
                Files.copy(intake, part, StandardCopyOption.REPLACE_EXISTING);
                String hash = intake.sha256();
                Path folder = directory(directory(home, hash.substring(0, 2)), hash.substring(2, 4));
                // over a file already there, too: the same bytes, or damaged ones made whole
                Files.move(
                        part,
                        folder.resolve(hash),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                return intake.stored(hash);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep evidence of unit " + unit + " below " + root, e);
        }
    }

    @Override
    public InputStream open(UnitId unit, String reference) {
        Path folder = folder(unit, reference);
        Path file = folder.resolve(reference);
        try {
            requireInside(folder);
            SeekableByteChannel channel =
                    Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            return checked(channel, reference);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(Problem.of("evidence.not-found", "reference", reference, unit.value()));
        } catch (IOException e) {
            if (Files.isSymbolicLink(file)) {
                throw outside(file);
            }
            throw new UncheckedIOException("cannot read evidence " + reference + " of unit " + unit, e);
        }
    }

    /** The channel at its start again, once its whole content was read and found unchanged. */
    private static InputStream checked(SeekableByteChannel channel, String reference) throws IOException {
        boolean good = false;
        try {
            InputStream stream = Channels.newInputStream(channel);
            String hash = Sha256.of(stream);
            if (!hash.equals(reference)) {
                throw new InvalidInputException(Problem.of("evidence.hash-mismatch", "reference", hash, reference));
            }
            channel.position(0);
            good = true;
            return stream;
        } finally {
            if (!good) {
                channel.close();
            }
        }
    }

    @Override
    public boolean delete(UnitId unit, String reference) {
        Path folder = folder(unit, reference);
        Path file = folder.resolve(reference);
        try {
            requireInside(folder);
            return Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete evidence " + reference + " of unit " + unit, e);
        }
    }

    private Path folder(UnitId unit, String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            String shown = reference.length() > SHOWN ? reference.substring(0, SHOWN) + "…" : reference;
            throw new InvalidInputException(Problem.of("evidence.bad-name", "reference", shown, "64 × 0-9 a-f"));
        }
        return root.resolve(folderName(unit)).resolve(reference.substring(0, 2)).resolve(reference.substring(2, 4));
    }

    /**
     * Never {@code .} or {@code ..}, no device name of Windows, and different for {@code A} and {@code a} where the file
     * system does not tell them apart.
     */
    static String folderName(UnitId unit) {
        StringBuilder name = new StringBuilder("unit-");
        for (char c : unit.value().toCharArray()) {
            name.append(PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : "%" + Integer.toHexString(c));
        }
        return name.toString();
    }

    private Path directory(Path parent, String name) throws IOException {
        Path directory = parent.resolve(name);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            // made before, or meanwhile by somebody else
        }
        requireInside(directory);
        return directory;
    }

    /** A path below the real root that is not its own real path goes over a link, out of the store or into another unit. */
    private void requireInside(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder) || !folder.toRealPath().equals(folder)) {
            throw outside(folder);
        }
    }

    private InvalidInputException outside(Path path) {
        return new InvalidInputException(Problem.of(
                "evidence.outside-store", "reference", root.relativize(path), "no symbolic link below the store"));
    }

    @Override
    public String toString() {
        return "DirectoryEvidenceStore[" + root + "]";
    }
}
