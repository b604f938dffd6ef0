provider "aws" {
  region = "us-east-1"
}

# Same address, same name: the stream is changed in place, never replaced.
# On demand, AWS looks after the shards, so there is no shard_count.
resource "aws_kinesis_stream" "clickstream" {
  name = "clickstream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
