// `npx node scripts/models-doc.ts`: writes the tables of docs/MODELS.md that follow from src/bedrock. With --check it writes
// nothing, and fails when something would change.
import { readFileSync, writeFileSync } from 'node:fs'

import { invokePolicy } from '../src/bedrock/iam-policy.ts'
import { BEDROCK_REGIONS, prefixesFor } from '../src/bedrock/models.ts'
import { tokensPerMinuteQuota } from '../src/bedrock/errors/hints.ts'

const FILE = new URL('../docs/MODELS.md', import.meta.url)
const REGION = 'us-east-1'
const ACCOUNT = '111122223333'
const EXAMPLES = [
  ['geographic profile', 'us.anthropic.claude-sonnet-4-6'],
  ['global profile', 'global.anthropic.claude-sonnet-4-6'],
  ['application profile', `arn:aws:bedrock:${REGION}:${ACCOUNT}:application-inference-profile/ab12cd34ef56`],
  ['bare model id', 'anthropic.claude-3-haiku-20240307-v1:0'],
] as const

const text = readFileSync(FILE, 'utf8')
const wanted = between(between(text, 'kinds', kindsTable()), 'regions', regionsTable())
if (!process.argv.includes('--check')) writeFileSync(FILE, wanted)
else if (text !== wanted) {
  console.error('docs/MODELS.md does not follow from src/bedrock: run "node scripts/models-doc.ts"')
  process.exitCode = 1
}

function kindsTable(): string {
  const rows = EXAMPLES.map(([kind, model]) => {
    const { Statement } = invokePolicy({ region: REGION, account: ACCOUNT, models: [model] })
    const sids = Statement.map(({ Sid }) => code(Sid)).join(', ')
    const quota = tokensPerMinuteQuota({ region: REGION, account: ACCOUNT, model, maxOutputTokens: 1 })
    return `| ${kind} | ${code(model)} | ${sids} | ${kind === 'application profile' ? 'that of the profile it copies' : quota} |`
  })
  return ['| Kind | Example | Statements of its policy | Quota |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function regionsTable(): string {
  const byPrefixes = Map.groupBy(BEDROCK_REGIONS, (region) => prefixesFor(region).map(code).join(', '))
  const rows = [...byPrefixes].map(([prefixes, regions]) => `| ${prefixes} | ${regions.join(', ')} |`)
  return ['| Prefixes | Regions |', '| --- | --- |', ...rows].join('\n')
}

function code(word: string): string {
  return `\`${word}\``
}

function between(page: string, name: string, content: string): string {
  const parts = new RegExp(`(<!-- ${name} -->).*(<!-- /${name} -->)`, 's')
  if (!parts.test(page)) throw new Error(`docs/MODELS.md has no place for ${name}`)
  return page.replace(parts, (_all, start: string, end: string) => `${start}\n\n${content}\n\n${end}`)
}
