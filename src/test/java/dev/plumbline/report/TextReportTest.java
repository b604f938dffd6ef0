package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Report;
import dev.plumbline.text.DisplayWidth;
import dev.plumbline.text.Golden;
import dev.plumbline.text.Look;
import dev.plumbline.text.SessionPhrases;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final Look COLOUR = new Look(true, true, 80);
    private static final Look ASCII = new Look(false, false, 80);

    @Test
    void anEmptyFolderIsToldWhatToWrite() {
        Golden.check("report-unwritten", write(SampleReports.unwritten(), Look.PLAIN));
    }

    @Test
    void theWriteUpIsDiagnosedWithItsPlaceAndAFix() {
        Golden.check("report-write-up", write(SampleReports.writeUp(), Look.PLAIN));
        Golden.check("report-write-up-colour", write(SampleReports.writeUp(), COLOUR));
        Golden.check("report-write-up-ascii", write(SampleReports.writeUp(), ASCII));
    }

    @Test
    void layersThatDisagreeAreNamed() {
        Golden.check("report-layers", write(SampleReports.appliedWrongMode(), Look.PLAIN));
    }

    @Test
    void aPassIsShort() {
        Golden.check("report-passed", write(SampleReports.passed(), Look.PLAIN));
    }

    @Test
    void troubleOnOurSideIsNotBlamedOnTheLearner() {
        Golden.check("report-could-not-grade", write(SampleReports.couldNotGrade(), Look.PLAIN));
    }

    @Test
    void everyLineFitsTheWidth() {
        for (int width = 40; width <= 120; width += 7) {
            int columns = width;
            assertThat(write(SampleReports.writeUp(), new Look(false, true, width))
                            .lines())
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void asciiHoldsNothingElse() {
        assertThat(write(SampleReports.writeUp(), ASCII).chars()).allMatch(c -> c < 128);
    }

    private static String write(Report report, Look look) {
        return TextReport.write(report, SessionPhrases.english(), SampleReports.files(SampleReports.WRITE_UP), look);
    }
}
