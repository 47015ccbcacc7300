// A checkout that tries to configure and to instruct Claude Code in every place that it looks at, each with a mark of its own.
import type { Turn } from '../emulators/bedrock-script.ts'

/** One attack: how it would be seen, and where it is planted. Paths are below `$DIR`; the agent works in `ws/app`. */
export interface Attack {
  readonly name: string
  /** `text`: the mark is in a request to the model. `ran`: the file `ws/ran/<mark>` was made. */
  readonly seen: 'text' | 'ran'
  readonly mark: string
  /** Text by path; `-> target` is a link. */
  readonly files?: Readonly<Record<string, string>>
  /** For `ws/app/.claude/settings.json`, merged with those of the others. */
  readonly settings?: Json
}

type Json = Readonly<Record<string, unknown>>

const APP = 'ws/app'
const mark = (name: string) => `MARK${name.replaceAll(/[^a-z]/gi, '').toUpperCase()}END`
const touch = (name: string) => `touch "$DIR/ws/ran/${mark(name)}"`
const hooksOf = (event: string, name: string) => ({
  hooks: { [event]: [{ matcher: '', hooks: [{ type: 'command', command: touch(name) }] }] },
})

/** A text in a file that Claude Code might put into a prompt. */
const text = (name: string, path: string, form: (mark: string) => string = (it) => it): Attack => {
  return { name, seen: 'text', mark: mark(name), files: { [path]: form(mark(name)) } }
}
const ran = (name: string, given: Pick<Attack, 'files' | 'settings'>): Attack => {
  return { name, seen: 'ran', mark: mark(name), ...given }
}
const setting = (name: string, settings: Json): Attack => ({ name, seen: 'text', mark: mark(name), settings })
const hook = (event: string) => ran(`hook ${event}`, { settings: hooksOf(event, `hook ${event}`) })
const server = (name: string, path: string) => {
  const servers = { [name.replaceAll(' ', '-')]: { command: 'sh', args: ['-c', touch(name)] } }
  return ran(name, { files: { [path]: JSON.stringify({ mcpServers: servers }) } })
}

const skill = (description: string) => `---\nname: planted\ndescription: ${description}\n---\nBody.\n`
const agent = (name: string) => (description: string) => `---\nname: ${name}\ndescription: ${description}\n---\nBody.\n`
const headed = (head: string) => (body: string) => `---\n${head}\n---\n${body}\n`
const IN_A_SKILL = headed('name: running\ndescription: x\nallowed-tools: Bash')(`!\`${touch('command in a skill')}\``)
const HOOK_OF_A_SKILL = [
  ...['name: hooked', 'description: x', 'hooks:', '  PreToolUse:', '    - matcher: ""', '      hooks:'],
  ...['        - type: command', `          command: '${touch('hook of a skill')}'`],
].join('\n')

/** Each of them works where Claude Code trusts the checkout. */
export const ATTACKS: readonly Attack[] = [
  text('CLAUDE.md', `${APP}/CLAUDE.md`, (it) => `${it}\n@docs/imported.md\n`),
  text('import of CLAUDE.md', `${APP}/docs/imported.md`),
  text('CLAUDE.md in .claude', `${APP}/.claude/CLAUDE.md`),
  text('CLAUDE.local.md', `${APP}/CLAUDE.local.md`),
  text('CLAUDE.md of the repository', 'ws/CLAUDE.md'),
  text('CLAUDE.local.md of the repository', 'ws/CLAUDE.local.md'),
  text('CLAUDE.md above the workspace', 'CLAUDE.md'),
  text('CLAUDE.md of a folder that is read', `${APP}/sub/CLAUDE.md`),
  {
    ...text('CLAUDE.md as a link', `${APP}/secret.txt`),
    files: { [`${APP}/linked/CLAUDE.md`]: '-> ../secret.txt', [`${APP}/secret.txt`]: mark('CLAUDE.md as a link') },
  },
  text('rule', `${APP}/.claude/rules/always.md`),
  text('rule for a path', `${APP}/.claude/rules/path.md`, headed('paths: "sub/**"')),
  text('rule of the repository', 'ws/.claude/rules/always.md'),
  text('rule above the workspace', '.claude/rules/always.md'),
  text('rule of a folder that is read', `${APP}/sub/.claude/rules/always.md`),
  text('skill', `${APP}/.claude/skills/planted/SKILL.md`, skill),
  text('skill of the repository', 'ws/.claude/skills/of-root/SKILL.md', skill),
  text('skill of a folder that is read', `${APP}/sub/.claude/skills/of-sub/SKILL.md`, skill),
  text('body of a skill', `${APP}/.claude/skills/spoken/SKILL.md`, headed('name: spoken\ndescription: x')),
  ran('command in a skill', { files: { [`${APP}/.claude/skills/running/SKILL.md`]: IN_A_SKILL } }),
  ran('hook of a skill', { files: { [`${APP}/.claude/skills/hooked/SKILL.md`]: headed(HOOK_OF_A_SKILL)('Body.') } }),
  text('command', `${APP}/.claude/commands/ordered.md`, (it) => headed(`description: ${it}`)('Body.')),
  text('agent', `${APP}/.claude/agents/planted.md`, agent('planted')),
  text('agent of the repository', 'ws/.claude/agents/of-root.md', agent('of-root')),
  text('prompt of an agent', `${APP}/.claude/agents/spoken.md`, headed('name: spoken\ndescription: x')),
  {
    ...text('output style', `${APP}/.claude/output-styles/planted.md`, headed('name: planted\ndescription: x')),
    settings: { outputStyle: 'planted' },
  },
  setting('language', { language: mark('language') }),
  setting('attribution', { attribution: { commit: mark('attribution'), pr: 'x' } }),
  setting('variable', { env: { PLANTED_NAME: mark('variable') } }),
  ran('apiKeyHelper', { settings: { apiKeyHelper: touch('apiKeyHelper') } }),
  ran('awsCredentialExport', { settings: { awsCredentialExport: touch('awsCredentialExport') } }),
  ...['SessionStart', 'UserPromptSubmit', 'PreToolUse', 'PostToolUse', 'Stop', 'SessionEnd', 'InstructionsLoaded'].map(
    hook,
  ),
  ...['SubagentStart', 'SubagentStop'].map(hook),
  ran('hook of the local settings', {
    files: {
      [`${APP}/.claude/settings.local.json`]: JSON.stringify(hooksOf('SessionStart', 'hook of the local settings')),
    },
  }),
  { ...server('server', `${APP}/.mcp.json`), settings: { enableAllProjectMcpServers: true } },
  server('server of the repository', 'ws/.mcp.json'),
  server('server above the workspace', '.mcp.json'),
]

const PLUGIN = 'plugin of a marketplace in the checkout'
const LOST_RULE = `Bash(${touch('allow rule')})`

/** Each of them does not work even there, in a folder that nobody has trusted by hand. */
export const UNHEEDED: readonly Attack[] = [
  text('AGENTS.md', `${APP}/AGENTS.md`),
  text('memory of an agent', `${APP}/.claude/agent-memory/planted/MEMORY.md`),
  setting('folder beside the workspace', {
    permissions: { additionalDirectories: [`$DIR/${mark('folder beside the workspace')}`] },
  }),
  ran('allow rule', { settings: { permissions: { allow: [LOST_RULE] } } }),
  ran('awsAuthRefresh', { settings: { awsAuthRefresh: touch('awsAuthRefresh') } }),
  ran('settings of the repository', {
    files: { 'ws/.claude/settings.json': JSON.stringify(hooksOf('SessionStart', 'settings of the repository')) },
  }),
  ran('settings above the workspace', {
    files: { '.claude/settings.json': JSON.stringify(hooksOf('SessionStart', 'settings above the workspace')) },
  }),
  ran(PLUGIN, {
    files: {
      [`${APP}/market/.claude-plugin/marketplace.json`]: JSON.stringify({
        ...{ name: 'market', owner: { name: 'x' } },
        plugins: [{ name: 'plug', source: './plug' }],
      }),
      [`${APP}/market/plug/.claude-plugin/plugin.json`]: '{"name": "plug", "version": "1.0.0"}',
      [`${APP}/market/plug/hooks/hooks.json`]: JSON.stringify(hooksOf('SessionStart', PLUGIN)),
    },
    settings: {
      extraKnownMarketplaces: { market: { source: { source: 'directory', path: `$DIR/${APP}/market` } } },
      enabledPlugins: { 'plug@market': true },
    },
  }),
  ran('plugin in the checkout', {
    files: {
      [`${APP}/.claude-plugin/plugin.json`]: '{"name": "root-plug", "version": "1.0.0"}',
      [`${APP}/hooks/hooks.json`]: JSON.stringify(hooksOf('SessionStart', 'plugin in the checkout')),
    },
  }),
]

/** All of them in one folder, `$DIR`, with a repository in `ws`. */
export function markedFiles(): Readonly<Record<string, string>> {
  const all = [...ATTACKS, ...UNHEEDED]
  const settings = all.reduce<Json>((merged, attack) => mergedJson(merged, attack.settings ?? {}), {})
  const files = new Map(all.flatMap((attack) => Object.entries(attack.files ?? {})))
  for (const name of ['sub/file.txt', 'linked/file.txt']) files.set(`${APP}/${name}`, 'x')
  return {
    ...Object.fromEntries(files),
    [`${APP}/.claude/settings.json`]: JSON.stringify(settings),
    'ws/ran/.keep': '',
  }
}

/** What the model says, so that each of them has its chance. `Bash(env)`, Read, Skill and Agent must be allowed. */
export const MARKED_SCRIPT: readonly Turn[] = [
  { toolUses: [{ name: 'Read', input: { file_path: `$DIR/${APP}/sub/file.txt` } }] },
  { toolUses: [{ name: 'Read', input: { file_path: `$DIR/${APP}/linked/file.txt` } }] },
  ...[touch('allow rule'), 'env'].map((command) => ({
    toolUses: [{ name: 'Bash', input: { command, description: 'x' } }],
  })),
  ...['spoken', 'running', 'hooked'].map((name) => ({ toolUses: [{ name: 'Skill', input: { skill: name } }] })),
  { toolUses: [{ name: 'Agent', input: { description: 'x', prompt: 'Go.', subagent_type: 'spoken' } }] },
]

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function mergedJson(one: Json, other: Json): Json {
  const entries = Object.entries(other).map(([key, value]): [string, unknown] => {
    const before = one[key]
    return [key, isRecord(before) && isRecord(value) ? mergedJson(before, value) : value]
  })
  return { ...one, ...Object.fromEntries(entries) }
}
