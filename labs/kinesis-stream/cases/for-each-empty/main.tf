provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "datacenter_stream" {
  for_each = toset([])
  name     = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
