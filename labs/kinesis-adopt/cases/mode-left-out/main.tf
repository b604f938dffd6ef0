provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "legacy_orders" {
  name = "legacy-orders"

  tags = {
    Team = "orders"
  }
}
