provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "datacenter_stream" {
  name = "datacenter-stream"

  retention_period = 24

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
