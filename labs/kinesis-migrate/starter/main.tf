provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clickstream" {
  name        = "{{parameters.stream}}"
  shard_count = {{parameters.shardsBefore}}

  stream_mode_details {
    stream_mode = "PROVISIONED"
  }
}
