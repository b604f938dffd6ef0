variable "shards" {
  type    = number
  default = 2
}

variable "days" {
  default = 2
}

variable "owner" {
  default = "datacenter-team"
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "orders_stream" {
  name             = "orders-stream"
  shard_count      = var.shards
  retention_period = var.days * 24

  stream_mode_details {
    stream_mode = "PROVISIONED"
  }

  tags = {
    Environment = "training"
    Owner       = var.owner
  }
}
