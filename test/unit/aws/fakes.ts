import type { IdentityWorld } from '../../../src/aws/session.ts'
import type { IdentitySettings, RoleSettings } from '../../../src/inputs/settings.ts'
import type { AwsKeys } from '../../../src/ports/aws.ts'
import type { Runner } from '../../../src/ports/github.ts'

export const ROLE: RoleSettings = {
  arn: 'arn:aws:iam::111122223333:role/ci/claude',
  sessionName: 'claude-code-4711-1',
  durationSeconds: 3600,
  inlineSessionPolicy: undefined,
  managedSessionPolicies: [],
}

export const OIDC: IdentitySettings = {
  region: 'us-east-1',
  source: { kind: 'oidc', audience: 'sts.amazonaws.com', role: ROLE },
  allowedAccountIds: [],
}

export const RUNNER: Runner = {
  platform: 'linux',
  arch: 'x64',
  musl: false,
  workspace: '/work',
  temp: '/temp',
  toolCache: '/tools',
  serverUrl: 'https://github.com',
  repository: 'octo-org/octo-repo',
  runId: '4711',
  runAttempt: '1',
  job: 'review',
  workflow: 'Claude',
  refName: 'main',
  sha: 'a'.repeat(40),
  actor: 'octocat',
  eventName: 'push',
  event: {},
  triggeringActor: 'octocat',
  workflowRef: 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main',
  fromFork: false,
  offersIdToken: true,
  documents: 'docs',
}

export const SESSION_KEYS: AwsKeys = {
  accessKeyId: 'ASIASESSION',
  secretAccessKey: 'session-secret',
  sessionToken: 'session-token',
  expiration: new Date('2026-11-22T13:00:00Z'),
}

export const STATIC_KEYS: AwsKeys = { accessKeyId: 'AKIASTATIC', secretAccessKey: 'static-secret' }

/** A token as GitHub's, unsigned: the room only reads it. */
export function tokenWith(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`
}

export const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  repository_id: '789012',
  job_workflow_ref: 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main',
}

type Overrides = { readonly [Port in keyof IdentityWorld]?: Partial<IdentityWorld[Port]> }

/** A world in which everything works, with what it was asked in order, what it logged, and how long it slept. */
export function fakeWorld(overrides: Overrides = {}) {
  const calls: string[] = []
  const lines: string[] = []
  const pauses: number[] = []
  const secrets: string[] = []
  let tokens = 0
  const line = (text: string) => void lines.push(text)
  const log: IdentityWorld['log'] = {
    info: line,
    debug: line,
    notice: line,
    warning: line,
    error: line,
    group: (_title, task) => task(log),
  }
  const world: IdentityWorld = {
    log,
    secrets: { add: (value) => void secrets.push(value), all: () => secrets },
    clock: {
      now: () => 1_000_500,
      sleep: (ms) => {
        pauses.push(ms)
        return Promise.resolve()
      },
    },
    runner: { ...RUNNER, ...overrides.runner },
    idTokens: {
      request: (audience) => {
        calls.push(`token for ${audience}`)
        return Promise.resolve(tokenWith({ ...CLAIMS, jti: String(++tokens) }))
      },
      ...overrides.idTokens,
    },
    sts: {
      prepare: () => void calls.push('prepare'),
      assumeRoleWithWebIdentity: (request) => {
        calls.push(`web identity ${request.roleArn}`)
        return Promise.resolve(SESSION_KEYS)
      },
      assumeRole: (request, keys) => {
        calls.push(`assume ${request.roleArn} by ${keys.accessKeyId}`)
        return Promise.resolve(SESSION_KEYS)
      },
      callerIdentity: (region, keys) => {
        calls.push(`caller of ${keys.accessKeyId} in ${region}`)
        return Promise.resolve({ account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/claude/run' })
      },
      ...overrides.sts,
    },
    credentialSources: {
      webIdentity: () => undefined,
      load: ({ profile }) => {
        calls.push(`load ${profile ?? 'the chain'}`)
        return Promise.resolve(STATIC_KEYS)
      },
      regionOf: () => Promise.resolve(undefined),
      ...overrides.credentialSources,
    },
  }
  return { world, calls, lines, pauses, secrets }
}
