provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "sensor_stream" {
  name             = "sensor-stream"
  retention_period = 24

  tags = {
    Environment = "training"
    Owner       = "sensor-team"
  }
}
