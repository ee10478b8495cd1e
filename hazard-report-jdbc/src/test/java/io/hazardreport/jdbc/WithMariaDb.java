package io.hazardreport.jdbc;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.opentest4j.TestAbortedException;

/** Skips a property, and says why, where there is no MariaDB. */
final class WithMariaDb implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        try {
            Databases.MARIADB.url();
            return SkipResult.doNotSkip();
        } catch (TestAbortedException none) {
            return SkipResult.skip(String.valueOf(none.getMessage()));
        }
    }
}
