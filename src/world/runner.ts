import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import { fieldOf, parseJson } from '../json.ts'
import type { Job, Runner, Seal } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'
import { attempt } from './attempt.ts'

/** Reads what the runner says of this job (https://docs.github.com/actions/reference/workflows-and-actions/variables). */
export function readRunner(env: Environment, script = process.argv[1] ?? ''): Runner {
  const temp = env.RUNNER_TEMP || tmpdir()
  const event = parseJson(attempt(() => readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8')) ?? '')
  return {
    platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
    arch: process.arch,
    get musl() {
      return isMusl()
    },
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temp,
    toolCache: env.RUNNER_TOOL_CACHE || join(temp, 'tool-cache'),
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    repository: env.GITHUB_REPOSITORY ?? '',
    runId: env.GITHUB_RUN_ID ?? '0',
    runAttempt: env.GITHUB_RUN_ATTEMPT ?? '1',
    workflow: env.GITHUB_WORKFLOW ?? '',
    refName: env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || '',
    sha: env.GITHUB_SHA ?? '',
    actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || '',
    job: env.GITHUB_JOB ?? 'job',
    eventName: env.GITHUB_EVENT_NAME ?? '',
    event,
    // Servers before 3.6 have only who started the first attempt.
    triggeringActor: env.GITHUB_TRIGGERING_ACTOR || (env.GITHUB_ACTOR ?? ''),
    workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
    fromFork: isFromFork(event),
    offersIdToken: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
    documents: documentsOf(env, script),
  }
}

/**
 * Called from another action, the runner's variables name that one's repository and ref; the folder that it unpacked this one
 * to has its own: `_actions/<owner>/<repository>/<ref>`. With `uses: ./` the documents are in the checkout.
 */
function documentsOf(env: Environment, script: string): string {
  const { GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF, GITHUB_SERVER_URL: server } = env
  const own = /\/_actions\/([^/]+\/[^/]+)\/(.+)\/dist\/\w+\.js$/.exec(script.replaceAll('\\', '/'))
  const [repository, ref] = own === null ? [GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF] : [own[1], own[2]]
  return repository && ref ? `${server || 'https://github.com'}/${repository}/blob/${ref}/docs` : 'docs'
}

/** Node's own report names the C library it runs on; only glibc fills in this field. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  Object.assign(process.report, { excludeNetwork: true })
  const report: unknown = process.report.getReport()
  return fieldOf(fieldOf(report, 'header'), 'glibcVersionRuntime') === undefined
}

/** A pull request is from a fork when its head is in another repository than its base; a deleted head was one too. */
function isFromFork(event: unknown): boolean {
  const pullRequest = fieldOf(event, 'pull_request')
  if (pullRequest === undefined) return false
  const valueOf = (side: string, name: string) => fieldOf(fieldOf(fieldOf(pullRequest, side), 'repo'), name)
  const [head, base] = ['head', 'base'].map((side) => valueOf(side, 'id') ?? valueOf(side, 'full_name'))
  return head === undefined || head !== base
}

/** The runner's file commands, by `@actions/core`. Where the runner gives no file for one, it throws. */
export function createJob(): Job {
  return {
    setOutput: (name, value) => issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value)),
    exportVariable: (name, value) => issueFileCommand('ENV', prepareKeyValueMessage(name, value)),
    addPath: (directory) => issueFileCommand('PATH', directory),
    saveState: (name, value) => issueFileCommand('STATE', prepareKeyValueMessage(name, value)),
    appendSummary: (markdown) => issueFileCommand('STEP_SUMMARY', markdown),
  }
}

/** HMAC-SHA256 by the token that the runner gives this action in main and in post, and to no `run:` step and no agent. */
export function createSeal({ ACTIONS_RUNTIME_TOKEN: token }: Environment): Seal {
  const codeOf = (text: string, purpose: string) =>
    createHmac('sha256', `claude-code-bedrock ${token ?? ''}`)
      .update(`${purpose}\n${text}`)
      .digest('hex')
  return {
    seal: (text, purpose) => (token ? `${codeOf(text, purpose)}\n${text}` : undefined),
    open(sealed, purpose) {
      const [, code = '', text = ''] = /^([0-9a-f]{64})\n(.*)$/s.exec(sealed) ?? []
      if (!token || code === '') return undefined
      return timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(text, purpose))) ? text : undefined
    },
  }
}
