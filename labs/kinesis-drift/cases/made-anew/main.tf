provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "sensor_stream" {
  name             = "sensor-stream"
  retention_period = 24

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Environment = "training"
    Owner       = "sensor-team"
  }
}
