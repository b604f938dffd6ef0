provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "both" {
  name        = "datacenter-stream"
  shard_count = 1

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
