output "role_to_assume" {
  description = "For the action's input role-to-assume"
  value       = aws_iam_role.claude_code.arn
}

output "aws_region" {
  description = "For aws-region"
  value       = var.region
}

output "models" {
  description = "For model, small-fast-model and fallback-model"
  value       = { for input, id in local.inputs : input => var.application_profiles ? aws_bedrock_inference_profile.own[input].arn : id }
}
