package dev.plumbline.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeMentionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path workspace;

    @Test
    void findsDeclaredTypesByKindHoweverTheyAreWritten() throws IOException {
        write(
                "main.tf",
                """
                resource "aws_kinesis_stream" "aws_label" { name = "x" }
                resource aws_s3_bucket b {
                data /* which? */ "aws_caller_identity" "me" {}
                ephemeral "aws_lambda_invocation" "e" {}
                output "o" { value = provider::aws::arn_parse(var.aws_arn) }
                # resource "aws_commented_out" "x" {}
                """);

        NeededTypes.Named types = named();

        assertThat(types.resources()).containsExactlyInAnyOrder("aws_kinesis_stream", "aws_s3_bucket");
        assertThat(types.dataSources()).containsExactly("aws_caller_identity");
        assertThat(types.ephemerals()).containsExactly("aws_lambda_invocation");
        assertThat(types.functions()).containsExactly("arn_parse");
        assertThat(types.mentions()).contains("aws_label", "aws_commented_out", "aws_arn");
    }

    @Test
    void takesTypesOfOtherProvidersForOursOnlyWhereTheTextMayMeanThat() throws IOException {
        write("main.tf", "resource \"random_id\" \"x\" {}\nresource \"AWS_Kinesis_Stream\" \"y\" {}\n");
        assertThat(named().resources()).containsExactly("AWS_Kinesis_Stream");

        write("main.tf", "resource \"kinesis\" \"x\" {\n  provider = aws.east\n}\n");
        assertThat(named().resources()).containsExactly("kinesis");

        write(
                "main.tf",
                """
                terraform { required_providers { amazon = { source = "hashicorp/aws" } } }
                resource "amazon_stream" "x" {}
                """);
        assertThat(named().resources()).containsExactly("amazon_stream");
    }

    @Test
    void findsTypesOfImportsMovesAndState() throws IOException {
        write(
                "main.tf",
                """
                import {
                  to = aws_sqs_queue.q
                  id = "q"
                }
                """);
        Files.createDirectories(workspace.resolve("terraform.tfstate.d/other"));
        write(
                "terraform.tfstate.d/other/terraform.tfstate",
                """
                {"resources": [{"mode": "managed", "type": "aws_dynamodb_table", "name": "t"}]}
                """);

        assertThat(named().resources()).containsExactly("aws_sqs_queue");
        assertThat(named().mentions()).contains("aws_dynamodb_table");
    }

    @Test
    void readsLocalModulesAndBackendPathsOutsideTheFolder() throws IOException {
        Files.createDirectories(workspace.resolve("lab"));
        Files.createDirectories(workspace.resolve("shared"));
        write("shared/m.tf", "resource \"aws_instance\" \"i\" {}\n");
        write("elsewhere.tfstate", "{\"resources\": [{\"type\": \"aws_vpc\"}]}");
        write(
                "lab/main.tf",
                """
                module "m" { source = "../shared" }
                terraform { backend "local" { path = "../elsewhere.tfstate" } }
                """);

        NeededTypes.Named types = (NeededTypes.Named) TypeMentions.in(workspace.resolve("lab"));

        assertThat(types.resources()).containsExactly("aws_instance");
        assertThat(types.mentions()).contains("aws_vpc");
    }

    @Test
    void jsonConfigurationMeansEverything() throws IOException {
        write("main.tf.json", "{}");
        assertThat(TypeMentions.in(workspace)).isEqualTo(NeededTypes.everything());
    }

    @Test
    void bytesThatAreNotUtf8AreReadToo() throws IOException {
        Files.write(
                workspace.resolve("main.tf"),
                "# d\u00e9j\u00e0 vu\nresource \"aws_kinesis_stream\" \"x\" {}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(named().resources()).containsExactly("aws_kinesis_stream");
    }

    @Test
    void findsTheVersionsThatConfigurationAndLockFileWant() throws IOException {
        write(
                "main.tf",
                """
                terraform {
                  required_providers {
                    aws = {
                      source  = "hashicorp/aws"
                      # version = "~> 4.0"
                      version = "~> 5.0"
                    }
                    random = { source = "hashicorp/random", version = "~> 3.0" }
                  }
                }
                provider "aws" {
                  version = ">= 5.1"
                  region  = "us-east-1"
                }
                """);
        write(
                ".terraform.lock.hcl",
                """
                provider "registry.terraform.io/hashicorp/random" {
                  version = "3.6.0"
                }
                provider "registry.terraform.io/hashicorp/aws" {
                  version     = "5.100.0"
                  constraints = "~> 5.0"
                }
                """);

        assertThat(VersionMentions.in(workspace, "registry.terraform.io/hashicorp/aws"))
                .isEqualTo(List.of("~> 5.0", ">= 5.1", "= 5.100.0"));
    }

    private NeededTypes.Named named() {
        return (NeededTypes.Named) TypeMentions.in(workspace);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(workspace.resolve(name), text);
    }
}
