/** Hosts by the name of what needs them: a name of a preset in `allowed-domains` stands for these, on port 443. */
export const NETWORK_PRESETS: Readonly<Record<string, readonly PresetHost[]>> = {
  npm: [
    { host: hostOf('registry', 'npmjs.org'), reason: 'packages and what is known of them; `npm publish` too' },
    { host: 'nodejs.org', reason: 'headers that node-gyp compiles native packages with' },
  ],
  pypi: [
    { host: 'pypi.org', reason: 'the index of packages' },
    { host: hostOf('files', 'pythonhosted.org'), reason: 'the packages themselves' },
  ],
  go: [
    { host: hostOf('proxy', 'golang.org'), reason: 'modules' },
    { host: hostOf('sum', 'golang.org'), reason: 'the checksum database that each module is checked against' },
  ],
  crates: [
    { host: hostOf('index', 'crates.io'), reason: 'the sparse index of crates' },
    { host: hostOf('static', 'crates.io'), reason: 'the crates themselves' },
  ],
  github: [
    { host: 'github.com', reason: 'git over https, and addresses of releases; pushes of whoever holds a token too' },
    { host: hostOf('api', 'github.com'), reason: 'the REST and GraphQL API' },
    { host: hostOf('codeload', 'github.com'), reason: 'archives of repositories' },
    { host: hostOf('raw', 'githubusercontent.com'), reason: 'single files of repositories' },
    { host: hostOf('objects', 'githubusercontent.com'), reason: 'files of Git LFS and of older releases' },
    { host: hostOf('release-assets', 'githubusercontent.com'), reason: 'files of releases' },
  ],
}

/** A host and what it is asked for. */
export interface PresetHost {
  readonly host: string
  readonly reason: string
}

/** `hostOf('api', 'example.com')`: the name of a service, and the domain of who runs it. */
function hostOf(service: string, domain: string): string {
  return `${service}.${domain}`
}
