provider "aws" {
  region = "us-east-1"
}

import {
  to = aws_kinesis_stream.legacy["legacy-orders"]
  id = "legacy-orders"
}

resource "aws_kinesis_stream" "legacy" {
  for_each = toset(["legacy-orders"])
  name     = each.key

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Team = "orders"
  }
}
