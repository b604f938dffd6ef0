provider "aws" {
  region = "us-west-1"
}

resource "aws_kinesis_stream" "ingest" {
  name = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
