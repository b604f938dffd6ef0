package com.example.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.authoring.proof.LabTest;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.stand.Installation;
import dev.plumbline.workbench.AwsChoice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of docs/authoring.md as an author has it: a lab that asks for a check in Java, tried with the real tools. */
@Timeout(180)
class NameBeginsWithTeamIT {
    @Test
    void theLabThatAsksForItHolds() throws Exception {
        LabTest test = new LabTest(new Installation(Path.of(""), System.getenv(), line -> {}));
        LabTest.Request request = new LabTest.Request(
                new LabCatalogue(Path.of("src/test/resources/lab-with-java")).load("team-stream"),
                new AwsChoice.Embedded(),
                name -> true,
                false);

        LabTest.Result result = test.run(request, 80, lines -> {});

        assertThat(result.passed()).as(result.json()).isTrue();
    }
}
