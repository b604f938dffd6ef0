provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "events" {
  name = "datacenter-stream"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

moved {
  from = aws_kinesis_stream.datacenter_stream
  to   = aws_kinesis_stream.events
}
