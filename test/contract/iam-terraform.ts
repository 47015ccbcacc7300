import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The Terraform module of examples/iam. */
export const MODULE = fileURLToPath(new URL('../../examples/iam/terraform', import.meta.url))

/** Whether `terraform` is on PATH. */
export const HAS_TERRAFORM = spawnSync('terraform', ['version']).status === 0

/** Runs Terraform in a folder, asking nothing and telling nobody. */
export function terraform(folder: string, args: readonly string[], input = '') {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0' }
  return spawnSync('terraform', args, { cwd: folder, env, input, encoding: 'utf8' })
}

/** The two policies that Terraform itself makes for these variables; it needs no provider for them. */
export function terraformPolicies(
  variables: object,
  place: { readonly account: string; readonly providerArn: string; readonly applicationProfiles: readonly string[] },
): { readonly trust: unknown; readonly permissions: unknown } {
  const folder = mkdtempSync(join(tmpdir(), 'iam-terraform-'))
  try {
    for (const file of ['variables.tf', 'policies.tf']) copyFileSync(join(MODULE, file), join(folder, file))
    const locals = {
      partition: 'aws',
      account: place.account,
      provider_arn: place.providerArn,
      application_profiles: place.applicationProfiles,
    }
    writeFileSync(join(folder, 'place.tf.json'), JSON.stringify({ locals }))
    writeFileSync(join(folder, 'terraform.tfvars.json'), JSON.stringify(variables))
    const both = 'jsonencode([jsondecode(local.trust_policy), jsondecode(local.permissions_policy)])'
    const { stdout, stderr, status } = terraform(folder, ['console'], both)
    if (status !== 0) throw new Error(`terraform console: ${stderr}`)
    const [trust, permissions] = JSON.parse(JSON.parse(stdout) as string) as [unknown, unknown]
    return { trust, permissions }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
