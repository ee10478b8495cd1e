package io.hazardreport.jdbc;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips a property, and says why, where there is no MariaDB. */
final class WithMariaDb implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return System.getProperty(Databases.MARIADB_URL, "").isEmpty()
                ? SkipResult.skip("system property " + Databases.MARIADB_URL + " is not set")
                : SkipResult.doNotSkip();
    }
}
