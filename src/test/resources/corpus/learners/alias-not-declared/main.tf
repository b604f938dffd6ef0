provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "ingest" {
  name = "datacenter-stream"
  provider = aws.virginia

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
