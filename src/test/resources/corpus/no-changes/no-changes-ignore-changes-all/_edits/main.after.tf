provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "ingest" {
  name = "datacenter-stream"
  shard_count = 1

  lifecycle {
    ignore_changes = all
  }

  stream_mode_details {
    stream_mode = "PROVISIONED"
  }
}
