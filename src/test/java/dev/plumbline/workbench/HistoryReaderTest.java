package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.History;
import dev.plumbline.sandbox.control.CallRecord;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls as they were recorded of Terraform 1.11.4 with provider 5.100.0: one letter each. */
class HistoryReaderTest {
    private static final Instant THEN = Instant.parse("2026-01-31T09:00:00Z");

    /** I: GetCallerIdentity, S: DescribeStreamSummary, X: the same refused, T: ListTags, L: DescribeLimits, C: CreateStream. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plan of something new,            IL,          true,  false",
        "plan of what is there,            ISTL,        true,  true",
        "plan without refresh,             IL,          true,  false",
        "import,                           ISST,        false, false",
        "import of what is not there,      IX,          false, false",
        "plan then import,                 ILISST,      true,  false",
        "refused import block,             IX,          false, false",
        "refresh alone,                    ISTI,        false, false",
        "apply with nothing to do,         ISTLI,       true,  true",
        "apply that creates,               ILILCSST,    false, false",
        "the plan after it,                ILILCSSTISTL, true, true",
        "plan of a destroy,                ISTLII,      false, false",
        "plan with two providers,          IISTL,       true,  true",
        "nothing,                          '',          false, false"
    })
    void aPlanIsToldFromWhatLooksLikeOne(String what, String calls, boolean planned, boolean verified) {
        assertThat(HistoryReader.seen(calls(calls), Instant.EPOCH)).as(what).isEqualTo(new History(planned, verified));
    }

    @Test
    void whatCameBeforeTheLastWriteDoesNotCount() {
        assertThat(HistoryReader.seen(calls("ISTL"), THEN.plusSeconds(60))).isEqualTo(History.NONE);
    }

    @Test
    void aPlanSaysNothingOfAStateThatIsNewer(@TempDir Path folder) throws Exception {
        Journal.of(folder).add(new JournalEntry.Ran(THEN, "terraform plan", 0));
        assertThat(HistoryReader.read(folder, null)).isEqualTo(new History(true, true));
        Path state = Files.writeString(folder.resolve("terraform.tfstate"), "{}");
        Files.setLastModifiedTime(state, FileTime.from(THEN.plusSeconds(1)));
        assertThat(HistoryReader.read(folder, null)).isEqualTo(History.NONE);
    }

    @Test
    void aPlanHasNotSeenWhatSomebodyChangedAfterIt() {
        List<CallRecord> changed = new ArrayList<>(calls("ISTL"));
        changed.add(call(changed.size() + 1L, "UpdateStreamMode", Optional.empty(), "aws-cli"));
        assertThat(HistoryReader.of(List.of(), changed, Instant.EPOCH)).isEqualTo(new History(true, false));
        List<JournalEntry> noted = List.of(new JournalEntry.Ran(THEN.plusSeconds(4), "terraform plan", 0));
        assertThat(HistoryReader.of(noted, changed, Instant.EPOCH)).isEqualTo(new History(true, false));
        List<JournalEntry> again = List.of(new JournalEntry.Ran(THEN.plusSeconds(9), "terraform plan", 0));
        assertThat(HistoryReader.of(again, changed, Instant.EPOCH)).isEqualTo(new History(true, true));
    }

    @Test
    void whatAKilledSessionCutShortIsNoPlan() {
        JournalEntry first = new JournalEntry.Opened(THEN, "kinesis-stream");
        JournalEntry next = new JournalEntry.Opened(THEN.plusSeconds(60), "kinesis-stream");
        JournalEntry closed = new JournalEntry.Closed(THEN.plusSeconds(50));
        assertThat(HistoryReader.of(List.of(first, next), calls("ISTL"), Instant.EPOCH))
                .as("half of a destroy")
                .isEqualTo(History.NONE);
        assertThat(HistoryReader.of(List.of(first, closed, next), calls("ISTL"), Instant.EPOCH))
                .isEqualTo(new History(true, true));
    }

    private static List<CallRecord> calls(String letters) {
        List<CallRecord> calls = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            String operation =
                    switch (letter) {
                        case 'I' -> "GetCallerIdentity";
                        case 'S', 'X' -> "DescribeStreamSummary";
                        case 'T' -> "ListTagsForStream";
                        case 'L' -> "DescribeLimits";
                        default -> "CreateStream";
                    };
            Optional<String> error = letter == 'X' ? Optional.of("ResourceNotFoundException") : Optional.empty();
            long number = calls.size() + 1L;
            calls.add(call(number, operation, error, "terraform"));
        }
        return calls;
    }

    private static CallRecord call(long number, String operation, Optional<String> error, String agent) {
        Instant at = THEN.plusSeconds(number);
        return new CallRecord(number, at, "123456789012", "us-east-1", "kinesis", operation, "", error, agent, 1);
    }
}
