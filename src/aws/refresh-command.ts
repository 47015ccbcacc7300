import { Failure, json, ServiceError, type Fix } from '../errors.ts'
import type { IdentitySettings } from '../inputs/settings.ts'
import { fieldOf, isRecord, parseJson, stringOf } from '../json.ts'
import type { AwsKeys } from '../ports/aws.ts'
import type { Environment, ExitFacts } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { linesOf } from '../text.ts'
import { definedVariables, isRunnersOwn } from '../variable-names.ts'
import { isSameSession } from './renewal.ts'
import { authenticate, type IdentityWorld } from './session.ts'
import type { Session } from './types.ts'

/** How to sign in: `env` is the environment of the two commands, `again` is given when the run has had a session before. */
export interface SignIn {
  readonly env: Environment
  /** `refused`: the session that AWS no longer accepts; the same one again does not count. */
  readonly again?: { readonly refused: Session | undefined }
}

type SignInWorld = IdentityWorld & Pick<World, 'processes'>

const REFRESH_MS = 180_000

/**
 * Signs in to AWS, with the user's two commands where given: `aws-credential-export` prints the credentials to start from;
 * `aws-auth-refresh` runs when there are none or they have expired, and then signing in is tried once more. Throws a Failure.
 * Signing in again is logged in fewer lines.
 */
export async function signIn(settings: IdentitySettings, how: SignIn, world: SignInWorld): Promise<Session> {
  const attempt = () => authenticateOrExport(settings, how, world)
  const { authRefresh } = settings
  if (authRefresh === undefined) return attempt()
  const first = await sessionOrFailure(attempt, how)
  if (!(first instanceof Failure)) return first

  await runAuthRefresh({ line: authRefresh, env: how.env, why: first }, world)
  const second = await sessionOrFailure(attempt, how)
  if (!(second instanceof Failure)) return second
  throw new Failure(second.code, {
    message: `${second.message}\nThe command of aws-auth-refresh was run just before, ended well, and did not change that.`,
    fix: 'Check that the command renews the credentials that this step uses: the same profile (`aws-profile`), and the .aws folder of the user that the runner runs as.',
    cause: second,
  })
}

/** The Failure is that of credentials that are missing, expired or refused by AWS. Throws any other. */
async function sessionOrFailure(attempt: () => Promise<Session>, { again }: SignIn): Promise<Session | Failure> {
  try {
    const session = await attempt()
    return again?.refused !== undefined && isSameSession(session, again.refused) ? STILL_THE_SAME : session
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('credentials-')) return error
    throw error
  }
}

const STILL_THE_SAME = new Failure('credentials-expired', {
  message: 'AWS no longer accepts the credentials, and their source has no newer ones.',
})

async function authenticateOrExport(
  settings: IdentitySettings,
  { env, again }: SignIn,
  world: SignInWorld,
): Promise<Session> {
  const line = settings.credentialExport
  const log = again === undefined ? world.log : { ...world.log, info: (text: string) => world.log.debug(text) }
  if (line === undefined) return authenticate(settings, { ...world, log })
  const load = () => exportedKeys({ line, env }, { ...world, log })
  const credentialSources = { ...world.credentialSources, load }
  return authenticate(settings, { ...world, log, credentialSources }).catch((error: unknown) => {
    throw ofExport(error)
  })
}

/** AWS's refusal of keys that the user's command printed: the usual advice is about keys of the environment. */
function ofExport(error: unknown): unknown {
  if (!(error instanceof Failure) || !(error.cause instanceof ServiceError)) return error
  const isTheClock = /Signature (expired|not yet)/i.test(error.cause.message)
  if (!error.code.startsWith('credentials-') || isTheClock) return error
  const [words = ''] = error.message.split('\n')
  const [what, which] =
    error.code === 'credentials-expired' ? ['have expired', 'that are fresh'] : ['are not valid', 'that AWS knows']
  return new Failure(error.code, {
    message: `${words}\nThe credentials that the command of aws-credential-export printed ${what}.`,
    fix: `Have the command print credentials ${which}, all parts from the same place.`,
    cause: error.cause,
  })
}

async function runAuthRefresh(
  { line, env, why }: { line: string; env: Environment; why: Failure },
  world: SignInWorld,
): Promise<void> {
  const [reason = ''] = why.message.split('\n')
  world.log.info(`Running the command of aws-auth-refresh. ${reason}`)
  const onLine = (text: string) => world.log.info(text)
  const { problem, lastErrors } = await runInShell({ line, env, timeoutMs: REFRESH_MS, onLine }, world)
  if (problem === undefined) return
  throw new Failure(why.code, {
    message: `${why.message}\nThe command of aws-auth-refresh ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
    fix: 'Run the command on the runner by hand, in bash (Windows: pwsh). It runs in RUNNER_TEMP, not in the workspace, and has 3 minutes and no input: a sign-in that someone must confirm in a browser (`aws sso login --use-device-code`) needs that someone to read the log in time.',
    cause: why,
  })
}

const EXPORT_MS = 60_000

/**
 * The keys that the command of `aws-credential-export` prints, masked. Its output is never shown; its errors are when it fails.
 * Throws a Failure: `credentials-missing` when the command fails, `credentials-invalid` when its output has another form.
 */
async function exportedKeys(
  { line, env }: { line: string; env: Environment },
  world: ShellWorld & Pick<World, 'log' | 'secrets'>,
): Promise<AwsKeys> {
  world.log.info('Running the command of aws-credential-export.')
  const { output, problem, lastErrors } = await runInShell({ line, env, timeoutMs: EXPORT_MS }, world)
  const parsed = parseJson(output)
  const inner = fieldOf(parsed, 'Credentials')
  // Both forms that Claude Code accepts: inside `Credentials`, or flat (read from 2.1.330).
  const printed = isRecord(inner) ? inner : parsed
  for (const name of PARTS) world.secrets.add(stringOf(printed, name) ?? '')
  if (problem !== undefined) {
    throw new Failure('credentials-missing', {
      message: `The command of aws-credential-export ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
      fix: 'Run the command on the runner by hand, in bash (Windows: pwsh). It runs in RUNNER_TEMP, not in the workspace, and has 60 seconds, no input, and none of the variables that hold tokens of the runner (ACTIONS_*, INPUT_*).',
    })
  }
  return keysOf(printed)
}

const PARTS = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'] as const

/** Long-term keys have no session token; AWS marks them in their id (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html). */
const isLongTerm = (accessKeyId: string) => accessKeyId.startsWith('AKIA')

const FORM: Fix = [
  'Have the command print this and nothing else, as `aws configure export-credentials --profile NAME` does without the outer object:',
  json({
    Credentials: {
      AccessKeyId: '...',
      SecretAccessKey: '...',
      SessionToken: '...',
      Expiration: '2026-01-31T12:00:00Z',
    },
  }),
  'Expiration may be left out, and SessionToken by long-term keys (AKIA...).',
]

function keysOf(printed: unknown): AwsKeys {
  if (!isRecord(printed)) throw malformed('did not print a JSON object')
  const [accessKeyId, secretAccessKey, sessionToken] = PARTS.map((name) => stringOf(printed, name))
  const lacksToken = sessionToken === undefined && !isLongTerm(accessKeyId ?? '')
  if (accessKeyId === undefined || secretAccessKey === undefined || lacksToken) {
    const missing = PARTS.filter((name) => stringOf(printed, name) === undefined)
    throw malformed(`printed JSON without ${missing.join(' and ')} (as text that is not empty)`)
  }
  const ending = fieldOf(printed, 'Expiration') ?? undefined
  if (ending === undefined) return { accessKeyId, secretAccessKey, sessionToken }
  const expiration = new Date(typeof ending === 'string' ? ending : NaN)
  if (Number.isNaN(expiration.getTime())) throw malformed('printed an Expiration that is no date in ISO 8601')
  return { accessKeyId, secretAccessKey, sessionToken, expiration }
}

const malformed = (what: string) =>
  new Failure('credentials-invalid', { message: `The command of aws-credential-export ${what}.`, fix: FORM })

/** The ports that a command of the user needs. */
export type ShellWorld = Pick<World, 'processes' | 'clock' | 'runner'>

interface ShellCommand {
  readonly line: string
  /** The action's environment; the runner's own variables do not reach the command. */
  readonly env: Environment
  readonly timeoutMs: number
  /** Called with each line of its output and errors. */
  readonly onLine?: (line: string) => void
}

/**
 * Runs a command in `RUNNER_TEMP`, which an agent in the sandbox does not write, through bash (Windows: pwsh) with an empty
 * standard input, and ends it with everything that it started when its time is over. Resolves with what it printed: `problem` says
 * in words why it failed, `lastErrors` quotes it. Never rejects.
 */
export async function runInShell(
  { line, env, timeoutMs, onLine }: ShellCommand,
  { processes, clock, runner }: ShellWorld,
): Promise<{ output: string; problem: string | undefined; lastErrors: string }> {
  const isWindows = runner.platform === 'win32'
  const file = isWindows ? 'pwsh' : 'bash'
  const args = isWindows ? ['-NoProfile', '-NonInteractive', '-Command', line] : ['-c', line]
  const child = processes.start({
    file,
    args,
    cwd: runner.temp,
    env: definedVariables(env, (name) => !isRunnersOwn(name)),
    stdin: '',
  })

  async function read(stream: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
    const lines: string[] = []
    for await (const text of linesOf(stream)) {
      lines.push(text)
      onLine?.(text)
    }
    return lines
  }

  const over = new AbortController()
  async function limit(): Promise<boolean> {
    await clock.sleep(timeoutMs, over.signal)
    if (over.signal.aborted) return false
    await child.killTree()
    return true
  }

  const [exit, isLate, output, errors] = await Promise.all([
    child.ended.finally(() => over.abort()),
    limit(),
    read(child.stdout),
    read(child.stderr),
  ])
  return {
    output: output.join('\n'),
    problem: isLate ? `did not end within ${timeoutMs / 1_000} seconds` : problemOf(exit, file),
    lastErrors: errors.slice(-10).join('\n').slice(-2_000),
  }
}

function problemOf({ code, signal, spawnError }: ExitFacts, shell: string): string | undefined {
  if (spawnError !== undefined) return `could not be started, since ${shell} could not: ${spawnError}`
  if (code === 0) return undefined
  return code === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${code}`
}
