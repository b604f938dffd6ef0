provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "legacy_orders" {
  name = "legacy-orders"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Team = "orders"
  }
}
