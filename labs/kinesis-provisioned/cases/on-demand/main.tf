provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "orders_stream" {
  name             = "orders-stream"
  retention_period = 48

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Environment = "training"
    Owner       = "datacenter-team"
  }
}
