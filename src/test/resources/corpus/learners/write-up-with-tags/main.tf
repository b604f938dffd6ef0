# Kinesis stream for the data centre's telemetry
provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "telemetry" {
  name        = "datacenter-stream" # as the task says
  stream_mode = "ON_DEMAND"

  tags = {
    Team = "platform"
  }
}
