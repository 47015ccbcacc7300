import { Failure } from '../errors.ts'
import type { AwsKeys } from '../ports/aws.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { runInShell, type ShellWorld } from './refresh-command-shell.ts'

const TIMEOUT_MS = 60_000

/**
 * The keys that the command of `aws-credential-export` prints, masked. Its output is shown nowhere; its errors are, when it
 * fails. Throws a Failure: `credentials-missing` when the command fails, `credentials-invalid` when what it prints is not
 * of the form.
 */
export async function exportedKeys(
  { line, env }: { line: string; env: Environment },
  world: ShellWorld & Pick<World, 'log' | 'secrets'>,
): Promise<AwsKeys> {
  world.log.info('Running the command of aws-credential-export.')
  const { output, problem, lastErrors } = await runInShell({ line, env, timeoutMs: TIMEOUT_MS }, world)
  const printed = credentialsIn(output)
  for (const name of REQUIRED) world.secrets.add(textOf(printed, name) ?? '')
  if (problem !== undefined) {
    throw new Failure('credentials-missing', {
      message: `The command of aws-credential-export ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
      hint: 'Run the command on the runner by hand, in bash (Windows: pwsh). It has 60 seconds, no input, and none of the variables that hold tokens of the runner (ACTIONS_*, INPUT_*).',
    })
  }
  return keysOf(printed)
}

const REQUIRED = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'] as const

const FORM = `Have the command print this and nothing else, as \`aws configure export-credentials --profile NAME\` does without the outer object:

    {"Credentials": {"AccessKeyId": "...", "SecretAccessKey": "...", "SessionToken": "...", "Expiration": "2026-01-31T12:00:00Z"}}

Expiration may be left out.`

/** Both forms that Claude Code takes: inside `Credentials`, or flat (read from 2.1.330). Undefined: no JSON object. */
function credentialsIn(output: string): object | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(output)
  } catch {
    return undefined
  }
  if (!isObject(parsed)) return undefined
  const inner: unknown = Reflect.get(parsed, 'Credentials')
  return isObject(inner) ? inner : parsed
}

function keysOf(printed: object | undefined): AwsKeys {
  if (printed === undefined) throw malformed('did not print a JSON object')
  const [accessKeyId, secretAccessKey, sessionToken] = REQUIRED.map((name) => textOf(printed, name))
  if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
    const missing = REQUIRED.filter((name) => textOf(printed, name) === undefined)
    throw malformed(`printed JSON without ${missing.join(' and ')} (as text that is not empty)`)
  }
  const ending: unknown = Reflect.get(printed, 'Expiration') ?? undefined
  if (ending === undefined) return { accessKeyId, secretAccessKey, sessionToken }
  const expiration = new Date(typeof ending === 'string' ? ending : NaN)
  if (Number.isNaN(expiration.getTime())) throw malformed('printed an Expiration that is no date in ISO 8601')
  return { accessKeyId, secretAccessKey, sessionToken, expiration }
}

function malformed(what: string): Failure {
  return new Failure('credentials-invalid', { message: `The command of aws-credential-export ${what}.`, hint: FORM })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function textOf(from: object | undefined, name: string): string | undefined {
  const value: unknown = from === undefined ? undefined : Reflect.get(from, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}
