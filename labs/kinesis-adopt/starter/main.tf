# The stream {{parameters.stream}} already exists in {{parameters.region}}. Somebody made it by
# hand, and Terraform has no record of it. Bring it under Terraform here,
# without making it again.
provider "aws" {
  region = "us-east-1"
}
