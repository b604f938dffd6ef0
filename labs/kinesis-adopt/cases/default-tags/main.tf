provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Team = "orders"
    }
  }
}

# Take over what is there: for a Kinesis stream the import id is its name.
# Once applied, this block has done its work and may stay or go.
import {
  to = aws_kinesis_stream.legacy_orders
  id = "legacy-orders"
}

# Describe the stream as it is, so that nothing has to change.
resource "aws_kinesis_stream" "legacy_orders" {
  name = "legacy-orders"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
