provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "orders_stream" {
  name             = "orders-stream"
  shard_count      = 2
  retention_period = 48

  tags = {
    Environment = "training"
    Owner       = "datacenter-team"
  }
}
