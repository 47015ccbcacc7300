/** Hosts and what each is asked for, by the name of what needs them: a name in `allowed-domains` stands for these, on port 443. */
export const NETWORK_PRESETS: Readonly<Record<string, readonly { host: string; reason: string }[]>> = {
  npm: [
    { host: 'registry.npmjs.org', reason: 'packages and what is known of them; `npm publish` too' },
    { host: 'nodejs.org', reason: 'headers that node-gyp compiles native packages with' },
  ],
  pypi: [
    { host: 'pypi.org', reason: 'the index of packages' },
    { host: 'files.pythonhosted.org', reason: 'the packages themselves' },
  ],
  go: [
    { host: 'proxy.golang.org', reason: 'modules' },
    { host: 'sum.golang.org', reason: 'the checksum database that each module is checked against' },
  ],
  crates: [
    { host: 'index.crates.io', reason: 'the sparse index of crates' },
    { host: 'static.crates.io', reason: 'the crates themselves' },
  ],
  github: [
    { host: 'github.com', reason: 'git over https, and addresses of releases; pushes of whoever holds a token too' },
    { host: 'api.github.com', reason: 'the REST and GraphQL API' },
    { host: 'codeload.github.com', reason: 'archives of repositories' },
    { host: 'raw.githubusercontent.com', reason: 'single files of repositories' },
    { host: 'objects.githubusercontent.com', reason: 'files of Git LFS and of older releases' },
    { host: 'release-assets.githubusercontent.com', reason: 'files of releases' },
  ],
}
