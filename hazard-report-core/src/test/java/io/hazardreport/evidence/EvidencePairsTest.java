package io.hazardreport.evidence;

import static io.hazardreport.evidence.Evidence.Stage.AFTER;
import static io.hazardreport.evidence.Evidence.Stage.BEFORE;
import static io.hazardreport.evidence.Evidence.Stage.FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.hazardreport.journal.Payload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidencePairsTest {

    private static final Instant MORNING = Instant.parse("2024-10-08T01:00:00Z");

    private static Evidence picture(Evidence.Stage stage, String digit) {
        return new Evidence(stage, stage + digit, digit.repeat(64), 9, "image/jpeg");
    }

    @Test
    void putsTheNthBesideTheNth() {
        Evidence found = picture(FOUND, "0");
        Evidence b1 = picture(BEFORE, "1");
        Evidence b2 = picture(BEFORE, "2");
        Evidence a1 = picture(AFTER, "3");
        EvidencePairs pairs = EvidencePairs.of(List.of(a1, found, b1, b2));
        assertThat(pairs.pairs()).containsExactly(new EvidencePairs.Pair(b1, a1));
        assertThat(pairs.unpaired()).containsExactly(found, b2);
    }

    @Test
    void whatTheFinderTookStandsInWhereNothingWasTakenBefore() {
        Evidence found = picture(FOUND, "0");
        Evidence after = picture(AFTER, "1");
        assertThat(EvidencePairs.of(List.of(found, after)).pairs())
                .containsExactly(new EvidencePairs.Pair(found, after));
        assertThat(EvidencePairs.of(List.of(after)).unpaired()).containsExactly(after);
        assertThat(EvidencePairs.of(List.of()).pairs()).isEmpty();
    }

    @Test
    void showsTheSamePictureTwiceAndTimesThatRunBackwards() {
        Evidence before = new Evidence(BEFORE, "x", "a".repeat(64), 9, "image/jpeg", MORNING);
        Evidence after = new Evidence(AFTER, "y", "a".repeat(64), 9, "image/jpeg", MORNING.minusSeconds(1));
        EvidencePairs.Pair pair = new EvidencePairs.Pair(before, after);
        assertThat(pair.isSamePicture()).isTrue();
        assertThat(pair.isOutOfOrder()).isTrue();
        EvidencePairs.Pair good = new EvidencePairs.Pair(before, picture(AFTER, "b"));
        assertThat(good.isSamePicture()).isFalse();
        assertThat(good.isOutOfOrder()).isFalse();
    }

    @Test
    void whatWasStoredBeforeTimesWereKeptStaysReadable() {
        String stored = "{\"bytes\":1024,\"mediaType\":\"image/jpeg\",\"reference\":\"photo-1\",\"sha256\":\""
                + "a".repeat(64) + "\",\"stage\":\"BEFORE\"}";
        Evidence read = Evidence.from(Payload.parse(stored));
        assertThat(read).isEqualTo(new Evidence(BEFORE, "photo-1", "a".repeat(64), 1024, "image/jpeg"));
        assertThat(read.payload().toJson()).isEqualTo(stored);
        Evidence timed = new Evidence(FOUND, "r", "b".repeat(64), 1, "image/png", MORNING);
        assertThat(Evidence.from(Payload.parse(timed.payload().toJson()))).isEqualTo(timed);
    }
}
