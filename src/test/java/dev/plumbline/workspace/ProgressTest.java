package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T09:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    @Test
    void metSinceIsTheFirstTimeUnlessItWasLost() {
        Progress progress = Progress.of(List.of(
                new JournalEntry.Met(FIRST, "region"),
                new JournalEntry.Met(LATER, "region"),
                new JournalEntry.Met(FIRST, "stream-mode"),
                new JournalEntry.Lost(LATER, "stream-mode")));
        assertThat(progress.met()).containsExactly(java.util.Map.entry("region", FIRST));
    }

    @Test
    void hintsCountTheHighestRung() {
        Progress progress = Progress.of(List.of(
                new JournalEntry.Hinted(FIRST, "region", 1),
                new JournalEntry.Hinted(FIRST, "region", 2),
                new JournalEntry.Hinted(FIRST, "stream-mode", 1)));
        assertThat(progress.hintsUsed()).isEqualTo(3);
    }

    @Test
    void theLastTerraformCommandIsKnownAndWhetherAPlanStillStands() {
        Progress planned = Progress.of(
                List.of(new JournalEntry.Ran(FIRST, "terraform plan", 0), new JournalEntry.Ran(FIRST, "vi", 0)));
        assertThat(planned.lastSubcommand()).contains("plan");
        assertThat(planned.planned()).isTrue();
        assertThat(planned.after(new JournalEntry.Saved(LATER, "main.tf")).planned())
                .isFalse();
        assertThat(planned.after(new JournalEntry.Ran(LATER, "terraform apply", 0))
                        .planned())
                .isFalse();
    }

    @Test
    void aPlanThatFailedOrShowsOnlyAPartIsNoPlan() {
        assertThat(Progress.of(List.of(new JournalEntry.Ran(FIRST, "terraform plan", 1)))
                        .planned())
                .isFalse();
        assertThat(Progress.of(List.of(new JournalEntry.Ran(FIRST, "terraform plan -target", 0)))
                        .planned())
                .isFalse();
        assertThat(Progress.of(List.of(new JournalEntry.Ran(FIRST, "terraform plan", JournalEntry.Ran.UNKNOWN)))
                        .planned())
                .isFalse();
    }

    @Test
    void resetForgetsTheWorkAndKeepsTheDrills() {
        Progress progress = Progress.of(List.of(
                new JournalEntry.Met(FIRST, "region"),
                new JournalEntry.Passed(FIRST),
                new JournalEntry.DrillEnded(FIRST, "deleted", true),
                new JournalEntry.Reset(LATER)));
        assertThat(progress.met()).isEmpty();
        assertThat(progress.passed()).isNull();
        assertThat(progress.drills()).containsEntry("deleted", true);
    }

    @Test
    void onlyWordsOfACommandAreKept() {
        assertThat(CommandWords.of("terraform apply -var 'password=hunter2' -auto-approve"))
                .isEqualTo("terraform apply -var -auto-approve");
        assertThat(CommandWords.of("terraform plan --target=x")).isEqualTo("terraform plan -target");
        assertThat(CommandWords.of("AWS_SECRET_ACCESS_KEY=x terraform plan -out=p"))
                .isEqualTo("terraform plan -out");
        assertThat(CommandWords.of("curl https://user:pass@example.com")).isEqualTo("curl");
        assertThat(CommandWords.of("   ")).isEmpty();
    }
}
