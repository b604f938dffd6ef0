package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A repair that is offered makes a file better. */
class RepairsTest {
    private static final int RUNS = 6000;

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
    void oneRepairAfterAnotherLeavesFewerTroubles() {
        List<String> worse = new ArrayList<>();
        int repaired = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            String damaged = Damage.one(RIGHT, new Random(seed));
            SourceFile file = SourceFile.parse(SourceText.of("main.tf", damaged));
            for (SyntaxTrouble trouble : file.troubles()) {
                if (trouble.repair().isEmpty()) {
                    continue;
                }
                SourceFile after = SourceFile.parse(file.text().edited(trouble.repair()));
                repaired++;
                if (after.troubles().size() >= file.troubles().size()) {
                    worse.add("seed " + seed + "\n" + trouble + "\nbefore " + file.troubles() + "\nafter "
                            + after.troubles() + "\n" + damaged);
                }
            }
        }
        assertThat(repaired).isGreaterThan(RUNS / 4);
        assertThat(worse).isEmpty();
    }
}
