provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "orders_stream" {
  name             = "orders_stream"
  shard_count      = 2
  retention_period = 48

  stream_mode_details {
    stream_mode = "PROVISIONED"
  }

  tags = {
    Environment = "training"
    Owner       = "datacenter-team"
  }
}
