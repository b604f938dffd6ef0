package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A repair that is offered makes a file better. */
class RepairsTest {
    private static final int RUNS = 4000;

    /** A sign in the middle of a word can be read in several ways; the one that is repaired need not be the one meant. */
    private static final double MOST_WRONG = 0.04;

    private static final String RIGHT =
            """
            # The stream
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws" }
              }
            }

            provider "aws" {
              region = "us-east-1"
            }

            variable "names" {
              type    = list(string)
              default = ["datacenter", "stream"]
            }

            resource "aws_kinesis_stream" "s" {
              name             = "${var.names[0]}-stream"
              shard_count      = 1
              retention_period = 24

              stream_mode_details {
                stream_mode = "PROVISIONED"
              }

              tags = {
                Team = "data"
                Env  = "prod"
              }
            }
            """;

    @Test
    void theRepairOfASingleTroubleLeavesNone() {
        List<String> wrong = new ArrayList<>();
        int repaired = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            SourceFile file = SourceFile.parse(SourceText.of("main.tf", Damage.one(RIGHT, new Random(seed))));
            if (file.troubles().size() != 1 || file.troubles().get(0).repair().isEmpty()) {
                continue;
            }
            SyntaxTrouble trouble = file.troubles().get(0);
            SourceFile after = SourceFile.parse(file.text().edited(trouble.repair()));
            repaired++;
            if (!after.troubles().isEmpty()) {
                wrong.add("seed %d: %s, then %s".formatted(seed, trouble, after.troubles()));
            }
        }
        assertThat(repaired).isGreaterThan(RUNS / 10);
        assertThat(wrong).hasSizeLessThan((int) (repaired * MOST_WRONG));
    }

    /** Repairs of several troubles, one by one from the top, come to an end and leave no more than there were. */
    @Test
    void repairsInTurnComeToAnEnd() {
        for (long seed = 0; seed < RUNS / 4; seed++) {
            SourceFile file = SourceFile.parse(SourceText.of("main.tf", Damage.one(RIGHT, new Random(-seed - 1))));
            int before = file.troubles().size();
            for (int round = 0; round <= 2 * before; round++) {
                SyntaxTrouble next = file.troubles().stream()
                        .filter(trouble -> !trouble.repair().isEmpty())
                        .findFirst()
                        .orElse(null);
                if (next == null) {
                    break;
                }
                file = SourceFile.parse(file.text().edited(next.repair()));
            }
            assertThat(file.troubles())
                    .as("seed %d\n%s", -seed - 1, file.text().text())
                    .hasSizeLessThanOrEqualTo(before + 1);
        }
    }
}
