package io.hazardreport.examples.cli;

import io.hazardreport.HazardReporting;
import io.hazardreport.base.UnitId;
import io.hazardreport.identity.FileKeyService;
import io.hazardreport.jdbc.JdbcJournal;
import io.hazardreport.jdbc.JdbcSchema;
import io.hazardreport.jdbc.JdbcSettings;
import io.hazardreport.scheme.ExampleScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;

/** An embedded database and a key file in a folder, with one unit and its scheme. */
record Workspace(HazardReporting reporting, JdbcConnectionPool pool, Path folder) implements AutoCloseable {

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
        return new Workspace(reporting, pool, folder);
    }

    /** Removes what an earlier run left. */
    static void clear(Path folder, String name) throws IOException {
        for (String file : new String[] {name + ".mv.db", name + ".trace.db", name + ".keys"}) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
