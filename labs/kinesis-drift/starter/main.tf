provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "sensor_stream" {
  name             = "{{parameters.stream}}"
  retention_period = 24

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  tags = {
    Environment = "{{parameters.environment}}"
    Owner       = "sensor-team"
  }
}
