package io.hazardreport.examples.cli;

import io.hazardreport.HazardReporting;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.identity.KeyService;
import io.hazardreport.jdbc.JdbcJournal;
import io.hazardreport.jdbc.JdbcSchema;
import io.hazardreport.jdbc.JdbcSettings;
import io.hazardreport.journal.InMemoryJournal;
import io.hazardreport.scheme.ExampleScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;

/** An embedded database and a key file in a folder, with one unit and its scheme. */
record Workspace(HazardReporting reporting, Runnable closing, Path folder) implements AutoCloseable {

    static final UnitId UNIT = UnitId.of("example");

    /** Opens {@code <name>.mv.db} and {@code <name>.keys}, making both if they are not there. */
    static Workspace open(Path folder, String name, Clock clock) {
        Path base = folder.toAbsolutePath().resolve(name);
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + base + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        JdbcSettings settings = JdbcSettings.defaults();
        JdbcSchema.of(pool, settings).create();
        HazardReporting reporting = HazardReporting.of(
                JdbcJournal.of(pool, settings),
                FileKeyService.openOrCreate(base.resolveSibling(name + ".keys")),
                clock);
        reporting.schemes().load(UNIT, ExampleScheme.json());
        return new Workspace(reporting, pool::dispose, folder);
    }

    /** The same for looking only: where there is no database none is made, and it is as if it were empty. */
    static Workspace look(Path folder, String name, Clock clock) {
        if (Files.exists(folder.resolve(name + ".mv.db"))) {
            return open(folder, name, clock);
        }
        HazardReporting reporting = HazardReporting.of(new InMemoryJournal(), new PassingKeys(), clock);
        reporting.schemes().load(UNIT, ExampleScheme.json());
        return new Workspace(reporting, () -> {}, folder);
    }

    /** Keys that are gone with the process. */
    private record PassingKeys() implements KeyService {

        @Override
        public WrappedKey wrap(byte[] dataKey) {
            return new WrappedKey("passing", dataKey.clone());
        }

        @Override
        public byte[] unwrap(String keyId, byte[] wrapped) {
            return wrapped.clone();
        }

        @Override
        public byte[] indexKey(UnitId unit) {
            return new byte[32];
        }
    }

    /** Removes what an earlier run left. */
    static void clear(Path folder, String name) throws IOException {
        for (String file : new String[] {name + ".mv.db", name + ".trace.db", name + ".keys"}) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
