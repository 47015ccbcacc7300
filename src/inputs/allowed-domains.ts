import { yaml } from '../errors.ts'
import type { ClassifiedEvent } from '../events/event-class.ts'
import type { Form } from './form.ts'
import { hasPrompt } from './prompt.ts'
import { accepted, refused, splitList, type Parser } from './scalars.ts'
import type { AllowedHost, IsolationSetting, NetworkSetting, Settings } from './settings.ts'

type Given = Pick<Settings, 'credentials'> & {
  readonly event: Pick<ClassifiedEvent, 'name' | 'class'>
  readonly isolation: IsolationSetting
}

/** What of the network the agent may reach. Notes wrong lines, and what a bounded network needs and has not: a sandbox, the gateway. */
export function parseAllowedDomains(form: Form, given: Given): NetworkSetting {
  const items = splitList(form.text('allowed-domains'))
  const setting = items.length > 0 ? networkOf(form, items) : defaultFor(given.event.class)
  if (setting.kind !== 'open' && hasPrompt(form)) refuseWithoutMeans(form, setting, given)
  return setting
}

const defaultFor = (event: ClassifiedEvent['class']): NetworkSetting =>
  event === 'stranger' ? { kind: 'none', by: 'event' } : { kind: 'open' }

function networkOf(form: Form, items: readonly string[]): NetworkSetting {
  for (const word of ['*', 'none']) {
    if (!items.includes(word) || items.every((item) => item === word)) continue
    form.refuse('allowed-domains', { part: word, must: 'must be alone: it cannot be on a list with others' })
    return { kind: 'open' }
  }
  if (items[0] === '*') return { kind: 'open' }
  if (items[0] === 'none') return { kind: 'none', by: 'input' }
  const hosts: AllowedHost[] = []
  const localPorts = new Set<number>()
  for (const item of items) {
    const parsed = parseEntry(item)
    if (!parsed.ok) form.refuse('allowed-domains', { part: item, ...parsed.refusal })
    else if (typeof parsed.value === 'number') localPorts.add(parsed.value)
    else hosts.push(...parsed.value)
  }
  return { kind: 'list', hosts, localPorts: [...localPorts] }
}

/** One line: a preset, or a host with or without a port. A number is the port of a service of this machine. */
const parseEntry: Parser<number | readonly AllowedHost[]> = (text) => {
  const preset = Object.hasOwn(NETWORK_PRESETS, text) ? NETWORK_PRESETS[text] : undefined
  if (preset !== undefined) return accepted(preset.map(({ host }) => ({ name: host, below: false, ports: [443] })))
  const [, written = '', digits] = /^([^:]*)(?::(\d+))?$/.exec(text.toLowerCase()) ?? []
  if (written === '')
    return refused(`must be a host, such as packages.example.com, without scheme and path`, hostOf(text))
  const port = digits === undefined ? undefined : Number(digits)
  if (port !== undefined && (port < 1 || port > 65_535)) return refused('must have a port from 1 to 65535')
  if (written === 'localhost') {
    return port === undefined
      ? refused('must name the port of the one service that is relayed, as in localhost:5432')
      : accepted(port)
  }
  const name = written.replace(/\.$/, '')
  const below = name.startsWith('*.')
  const bare = below ? name.slice(2) : name
  const labels = bare.split('.')
  if (/^(0x[\da-f]+|\d+)$/.test(labels.at(-1) ?? ''))
    return refused('must be a name: addresses are not taken, and a service of this machine is localhost with its port')
  if (bare.length > 253 || !labels.every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label)))
    return refused('must be a host, such as packages.example.com, without scheme and path', hostOf(text))
  if (bare === 'localhost' || labels.at(-1) === 'localhost')
    return refused('must be localhost with its port, as in localhost:5432')
  if (below && labels.length < 2) return refused(`must not name all of ${bare}`)
  return accepted([{ name: bare, below, ports: port === undefined ? [443, 80] : [port] }])
}

/** Of an address, the line that names its host; of a name in other letters, the one that DNS knows. */
function hostOf(text: string) {
  const address = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const { protocol = '', hostname = '', port = '' } = URL.parse(address) ?? {}
  if (text.includes('*') || hostname === '' || hostname.startsWith('[') || !['http:', 'https:'].includes(protocol))
    return {}
  return { fix: ['Name the host alone:', yaml(`with:\n  allowed-domains: ${hostname}${port && `:${port}`}`)] }
}

/** A network that is bounded takes a sandbox, and Bedrock is reached through the gateway alone. */
function refuseWithoutMeans(form: Form, setting: NetworkSetting, { event, isolation, credentials }: Given): void {
  const byEvent = setting.kind === 'none' && setting.by === 'event'
  if (isolation === 'off' && byEvent)
    form.refuse('isolation', {
      part: 'off',
      must: `leaves the agent the whole network on ${event.name}, which strangers can cause, so that has to be said as well`,
      fix: ['Keep the sandbox, or say both:', yaml(`with:\n  isolation: 'off'\n  allowed-domains: '*'`)],
    })
  else if (isolation === 'off')
    form.refuse('allowed-domains', {
      must: 'needs a sandbox around the agent, and isolation is off',
      fix: ['Let the agent have its sandbox:', yaml('with:\n  isolation: required')],
    })
  // On events that strangers can cause it is refused in any case.
  if (credentials === 'environment' && event.class !== 'stranger')
    form.refuse('allowed-domains', {
      must: 'needs the gateway, through which alone the agent then reaches Bedrock',
      fix: ['Let the action sign the agent’s calls:', yaml('with:\n  credentials: gateway')],
    })
}

/** Hosts by the name of what needs them: a name of a preset in `allowed-domains` stands for these, on port 443. */
export const NETWORK_PRESETS: Readonly<Record<string, readonly PresetHost[]>> = {
  npm: [
    { host: serviceOf('registry', 'npmjs.org'), reason: 'packages and what is known of them; `npm publish` too' },
    { host: 'nodejs.org', reason: 'headers that node-gyp compiles native packages with' },
  ],
  pypi: [
    { host: 'pypi.org', reason: 'the index of packages' },
    { host: serviceOf('files', 'pythonhosted.org'), reason: 'the packages themselves' },
  ],
  go: [
    { host: serviceOf('proxy', 'golang.org'), reason: 'modules' },
    { host: serviceOf('sum', 'golang.org'), reason: 'the checksum database that each module is checked against' },
  ],
  crates: [
    { host: serviceOf('index', 'crates.io'), reason: 'the sparse index of crates' },
    { host: serviceOf('static', 'crates.io'), reason: 'the crates themselves' },
  ],
  github: [
    { host: 'github.com', reason: 'git over https, and addresses of releases; pushes of whoever holds a token too' },
    { host: serviceOf('api', 'github.com'), reason: 'the REST and GraphQL API' },
    { host: serviceOf('codeload', 'github.com'), reason: 'archives of repositories' },
    { host: serviceOf('raw', 'githubusercontent.com'), reason: 'single files of repositories' },
    { host: serviceOf('objects', 'githubusercontent.com'), reason: 'files of Git LFS and of older releases' },
    { host: serviceOf('release-assets', 'githubusercontent.com'), reason: 'files of releases' },
  ],
}

/** A host and what it is asked for. */
interface PresetHost {
  readonly host: string
  readonly reason: string
}

/** `serviceOf('api', 'example.com')`: the name of a service, and the domain of who runs it. */
function serviceOf(service: string, domain: string): string {
  return `${service}.${domain}`
}
