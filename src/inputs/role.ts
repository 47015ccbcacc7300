import type { Runner } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'
import { accepted, refused } from './check.ts'
import type { Check, Refusal } from './check.ts'
import type { Form } from './form.ts'
import { listOf } from './lists.ts'
import { partitionOf } from './partition.ts'
import { anyText, jsonObject, wholeNumber } from './scalars.ts'
import type { RoleSettings } from './settings.ts'

/** What of the step's surroundings decides who it becomes. */
export interface Surroundings {
  readonly env: Environment
  readonly runner: Pick<Runner, 'runId' | 'runAttempt'>
  /** Empty when it is missing or was refused. */
  readonly region: string
}

/** The role to assume and the audience of the token for it; read only when `role-to-assume` is given. */
export function parseRole(form: Form, around: Surroundings): { role: RoleSettings; audience: string } {
  const { region, runner } = around
  return {
    audience: parseAudience(form, region),
    role: {
      arn: form.required('role-to-assume', roleArn(region), ''),
      sessionName:
        form.optional('role-session-name', sessionName) ?? `claude-code-${runner.runId}-${runner.runAttempt}`,
      durationSeconds: form.required('role-duration-seconds', wholeNumber({ min: 900, max: 43_200 }), NaN),
      inlineSessionPolicy: form.optional('inline-session-policy', jsonObject),
      managedSessionPolicies: form.required('managed-session-policies', policyArns(region), []),
    },
  }
}

/** IAM in China knows GitHub's tokens by another audience (https://github.com/aws-actions/configure-aws-credentials/issues/293). */
function parseAudience(form: Form, region: string): string {
  const audience = form.required('audience', anyText, '')
  return partitionOf(region) === 'aws-cn' && audience === 'sts.amazonaws.com' ? 'sts.amazonaws.com.cn' : audience
}

/** STS allows 2 to 64 of `[\w+=,.@-]` (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html). */
const sessionName: Check<string> = (text) => {
  const name = text.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, 64)
  return name.length >= 2 ? accepted(name) : refused('must have at least 2 characters')
}

function roleArn(region: string): Check<string> {
  return (text) => {
    const partition = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]+$/.exec(text)?.[1]
    const wanted = `arn:${partitionOf(region)}:iam::<account id>:role/`
    if (partition !== undefined) return inPartitionOf(region, text, partition)
    if (text.startsWith('arn:')) return refused(`must be the ARN of an IAM role, ${wanted}<name>`)
    return refused(`must be the full ARN of the role, ${wanted}${/^[\w+=,.@-]+$/.test(text) ? text : '<name>'}`)
  }
}

function policyArns(region: string): Check<readonly string[]> {
  const each = listOf((text) => {
    const partition = /^arn:(aws[a-z-]*):iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]+$/.exec(text)?.[1]
    if (partition !== undefined) return inPartitionOf(region, text, partition)
    return refused(`must be the ARN of a managed policy, arn:${partitionOf(region)}:iam::<account id>:policy/<name>`)
  })
  return (text) => {
    const policies = each(text)
    return policies.ok && policies.value.length > 10
      ? refused(`must name at most 10 policies, not ${policies.value.length}`)
      : policies
  }
}

function inPartitionOf(region: string, arn: string, partition: string): ReturnType<Check<string>> {
  const wanted = partitionOf(region)
  if (region === '' || partition === wanted) return accepted(arn)
  const fix = `Give an ARN that starts with \`arn:${wanted}:\`, or a region of the partition ${partition}.`
  const refusal: Refusal = { must: `must be in the partition ${wanted}, the one of the region ${region}`, fix }
  return { ok: false, refusal }
}
