package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnterpriseLedgerTest {

    @Test
    void readsSevenThousandRealRowsWhole() throws IOException {
        String folder = System.getProperty("hazard.data", "");
        Path file = Path.of(folder, "enterprise-hazard-texts", "public_labelled.csv");
        assumeTrue(
                !folder.isBlank() && Files.exists(file),
                "skipped: the system property hazard.data names no directory with enterprise-hazard-texts");
        Table table = CsvReader.read(Files.readAllBytes(file));
        assertThat(table.rows())
                .hasSize(7_202)
                .allSatisfy(row -> assertThat(row.cells()).hasSize(7));
        LedgerFile ledger = LedgerReader.read(table, LedgerVocabulary.usual().build());
        assertThat(ledger.taken() + ledger.remarked() + ledger.refused()).isEqualTo(7_202);
        assertThat(ledger.refused()).isZero();
        assertThat(ledger.header().text(LedgerColumn.TEXT)).isEqualTo("content");
        assertThat(ledger.accepted().stream().map(LedgerRow::identity).distinct())
                .hasSize(7_202);
        assertThat(ledger.unknownColumns()).containsExactly("level_1", "level_2", "level_3", "level_4", "label");
        assertThat(ledger.accepted().stream().filter(row -> row.text().contains("\n")))
                .isNotEmpty();
    }
}
