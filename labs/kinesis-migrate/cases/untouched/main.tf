provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clickstream" {
  name = "clickstream"

  shard_count = 2

  stream_mode_details {
    stream_mode = "PROVISIONED"
  }
}
