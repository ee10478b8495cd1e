package io.hazardreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @Test
    void printsAReceiptARefusalAndATimeline(@TempDir Path folder) {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.run(
                    JdbcConnectionPool.create("jdbc:h2:mem:quickstart-test;DB_CLOSE_DELAY=-1", "sa", ""),
                    folder.resolve("vault.keys"));
        } finally {
            System.setOut(usual);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("receipt ", "loop.not-from-here", "受理部门已受理", "组织核查")
                .doesNotContain("王小明");
    }
}
