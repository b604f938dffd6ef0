# The stream legacy-orders already exists in us-east-1. Somebody made it by
# hand, and Terraform has no record of it. Bring it under Terraform here,
# without making it again.
provider "aws" {
  region = "us-east-1"
}
