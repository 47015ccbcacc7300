// A job for act: the emulated services, the account with the role of examples/iam, and a checkout of the demo's repository.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { deploy } from '../contract/iam-cloudformation.ts'
import { startAws } from '../emulators/aws.ts'
import type { PolicyDocument } from '../emulators/iam-policy.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import { startGithub, type Github } from '../emulators/github.ts'
import { canMakeNamespaces } from '../support/with-machine.ts'
import { realClaude } from '../support/real-claude.ts'
import { root } from '../support/runner.ts'
import { runAct, type ActRun } from './act.ts'

/** What happens around an example. */
export interface ActJob {
  /** File of examples/workflows. */
  readonly example: string
  readonly event: { readonly name: string; readonly payload: object }
  /** Claims of the id token that differ from those of a job on `main`. */
  readonly claims?: Readonly<Record<string, string>>
  /** Parameters of the role's stack, over those of examples/iam/cloudformation.parameters.env. */
  readonly parameters?: Readonly<Record<string, string>>
  /** A commit on the branch of a pull request, merged as GitHub does it: the files and their texts. */
  readonly pullRequest?: Readonly<Record<string, string>>
  /** What the model says; `workspace` is where the agent works. */
  readonly script: (workspace: string) => readonly Turn[]
}

/** The run, and what the services have seen of it. */
export interface RanJob extends ActRun {
  readonly tokens: Github['oidc']['issued']
  /** Where the run differs from the example as it is copied. */
  readonly changed: readonly string[]
}

const ACCOUNT = '111122223333'
const ISSUER = 'token.actions.githubusercontent.com'

/** Runs an example with act; everything is gone afterwards but what it returns. */
export async function runExample(job: ActJob): Promise<RanJob> {
  // Not below /tmp, of which the sandbox has one of its own: act's tool cache is a link to that of the tests.
  const folder = join(root, 'node_modules', '.cache', 'act-jobs')
  mkdirSync(folder, { recursive: true })
  const directory = mkdtempSync(join(folder, 'job-'))
  const github = await startGithub({ claims: job.claims ?? {}, immutableSubject: true })
  const { trustPolicy, policy } = roleOf(job.parameters ?? {})
  const aws = await startAws({
    providers: [{ url: `https://${ISSUER}`, clientIds: ['sts.amazonaws.com'] }],
    roles: [{ name: 'claude-code', trustPolicy, policy }],
    issuer: github.oidc,
    script: (request, turn) => job.script(workspaceOf(request))[turn] ?? { text: 'There is no more to say.' },
  })
  try {
    checkOut(join(directory, 'repository'), job.pullRequest)
    const { workflow, changed } = copyOf(job.example, directory)
    const { ACTIONS_ID_TOKEN_REQUEST_URL = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN = '' } = github.env
    // act has no id tokens of its own; its artifacts are its own.
    const env = { ...aws.env, ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN }
    const { toolCache } = await realClaude()
    const run = await runAct({ directory, workflow, event: job.event, env, toolCache })
    return { ...run, tokens: github.oidc.issued, changed }
  } finally {
    await Promise.all([github.close(), aws.close()])
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The role that examples/iam makes, with the values that stand there to be edited. */
function roleOf(parameters: Readonly<Record<string, string>>) {
  const lines = readFileSync(join(root, 'examples/iam/cloudformation.parameters.env'), 'utf8').trim().split('\n')
  const given = Object.fromEntries(lines.map((line) => line.split('=') as [string, string]))
  const { Role } = deploy(
    { ...given, OidcProvider: 'new', ...parameters },
    {
      ...{ region: 'us-east-1', account: ACCOUNT },
      attributes: {
        Provider: `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER}`,
        'Role.Arn': `arn:aws:iam::${ACCOUNT}:role/claude-code`,
      },
    },
  ).resources
  const [permissions] = Role?.Policies as { PolicyDocument: PolicyDocument }[]
  return { trustPolicy: Role?.AssumeRolePolicyDocument as PolicyDocument, policy: permissions!.PolicyDocument }
}

/** The example, changed only where this machine is not a runner of GitHub's. */
function copyOf(example: string, directory: string) {
  const text = readFileSync(join(root, 'examples/workflows', example), 'utf8')
  const changed =
    text.includes('isolation: required') && !canMakeNamespaces() ? ['isolation: auto, no namespaces here'] : []
  const workflow = join(directory, example)
  writeFileSync(workflow, changed.length > 0 ? text.replace('isolation: required', 'isolation: auto') : text)
  return { workflow, changed }
}

/** The demo's repository as the runner has it: `main`, or the merge of a pull request into it. */
function checkOut(folder: string, pullRequest: ActJob['pullRequest']): void {
  cpSync(join(root, 'test/fixtures/demo-repository'), folder, { recursive: true })
  const lock = { name: 'price-list', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'price-list' } } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com']
    execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'pipe' })
  }
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', 'https://github.com/octo-org/octo-repo.git')
  const commit = (message: string) => {
    git('add', '--all')
    git('commit', '--quiet', `--message=${message}`)
  }
  commit('Price list')
  if (pullRequest === undefined) return
  git('switch', '--quiet', '--create', 'change')
  for (const [path, text] of Object.entries(pullRequest)) writeFileSync(join(folder, path), text)
  commit('Change')
  git('switch', '--quiet', 'main')
  git('merge', '--quiet', '--no-ff', '--message=Merge', 'change')
}

/** Where the agent works, as Claude Code (2.1.330) tells the model. */
function workspaceOf(request: MessagesRequest): string {
  return /working directory: ([^\s\\]+)/i.exec(JSON.stringify(request.body))?.[1] ?? ''
}
