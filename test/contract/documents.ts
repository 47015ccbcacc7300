// The workflows that documents and examples show, whole or in parts, as data that tests can hold against the action.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse, stringify } from 'yaml'

import { root } from '../support/runner.ts'

export const ACTION = 'OWNER/claude-code-bedrock-action@v0'

export type Values = Readonly<Record<string, unknown>>

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly shell?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Values
  readonly env?: Values
}

export interface Job {
  readonly if?: string
  readonly permissions?: Values
  readonly env?: Values
  readonly outputs?: Values
  readonly steps: readonly Step[]
  readonly 'timeout-minutes'?: number
}

export interface Workflow {
  readonly on?: unknown
  readonly permissions?: Values
  readonly concurrency?: unknown
  readonly env?: Values
  readonly jobs: Readonly<Record<string, Job>>
}

/** A workflow that is shown somewhere: `text` is whole, also where a document has only some lines of it. */
export interface Shown {
  readonly where: string
  readonly text: string
  readonly workflow: Workflow
  /** How much of it is shown: a whole file, its jobs, or only steps. */
  readonly extent: 'file' | 'jobs' | 'steps'
}

/** A fenced block of a document. */
export interface Block {
  readonly where: string
  readonly language: string
  readonly text: string
}

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const filesIn = (folder: string, extension: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(extension))
    .map((name) => `${folder}/${name}`)

/** Documents that show how to use the action, by their paths. */
export const documents = ['README.md', 'README.ja.md', ...filesIn('docs', '.md')]

/** All fenced blocks of a document; `where` is the path and the line. */
export function blocksOf(path: string): Block[] {
  const text = read(path)
  return [...text.matchAll(/^ *```(\w+)\n(.*?)^ *```$/gms)].map((match) => {
    const [, language = '', block = ''] = match
    return { where: `${path}:${text.slice(0, match.index).split('\n').length}`, language, text: block }
  })
}

/** The workflows of a folder. */
export function workflowsIn(folder: string): Shown[] {
  return filesIn(folder, '.yml').map((where) => {
    const text = read(where)
    return { where, text, workflow: parse(text) as Workflow, extent: 'file' }
  })
}

/** Every block of YAML in the documents that uses the action, completed to a workflow. */
export function shownInDocuments(): Shown[] {
  return documents
    .flatMap(blocksOf)
    .filter(({ language, text }) => language === 'yaml' && text.includes(`uses: ${ACTION}`))
    .map(({ where, text }) => {
      const block = parse(text) as Workflow | readonly Step[]
      if ('jobs' in block && 'on' in block) return { where, text, workflow: block, extent: 'file' }
      const workflow = complete(block)
      return { where, text: stringify(workflow), workflow, extent: 'jobs' in block ? 'jobs' : 'steps' }
    })
}

function complete(block: Workflow | readonly Step[]): Workflow {
  if ('jobs' in block) return { on: 'push', ...block }
  const job = { 'runs-on': 'ubuntu-latest', steps: block }
  return { on: 'push', jobs: { claude: job } }
}

/** The steps that run the action, with the job around them. */
export function actionSteps({ workflow }: Shown): { step: Step; job: Job }[] {
  return Object.values(workflow.jobs).flatMap((job) =>
    job.steps.filter(({ uses }) => uses === ACTION).map((step) => ({ step, job })),
  )
}
