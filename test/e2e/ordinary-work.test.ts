// What agents do all day goes on in the sandbox, by both ways in, without a network: package managers, git, terminals.
import { beforeAll, describe, expect, test } from '@jest/globals'

import { withMachine } from '../support/with-machine.ts'
import { runOn } from './attacks/run.ts'
import type { MachineRunResult } from '../support/machine-scenario.ts'
import { hasProgram, needing, only, programPath, type Runnable } from '../support/needs.ts'

/** The job before the agent: a user's tools and settings, and small packages to install. */
const BEFORE = `
mkdir -p ~/.local/bin ~/.config/tool
printf '#!/bin/sh\\necho tool-of-the-user\\n' >~/.local/bin/my-tool; chmod +x ~/.local/bin/my-tool
git config --global user.name 'Ada Lovelace'; git config --global user.email ada@example.com
cd "$GITHUB_WORKSPACE"
mkdir -p node/dep python go/mod rust/src
echo '{"name":"app","version":"1.0.0","dependencies":{"dep":"file:dep"},"scripts":{"test":"node -e \\"console.log(require(\\\\\\"dep\\\\\\"))\\""}}' >node/package.json
echo '{"name":"dep","version":"1.0.0"}' >node/dep/package.json; echo 'module.exports = "dep-works"' >node/dep/index.js
(cd node && npm install --package-lock-only --no-audit --no-fund >/dev/null)
printf 'from setuptools import setup\\nsetup(name="small", version="1", py_modules=["small"])\\n' >python/setup.py
echo 'print("small-works")' >python/small.py
echo 'print("python-works")' >python/main.py
printf 'module app\\n\\ngo 1.20\\n\\nrequire example.com/mod v0.0.0\\n\\nreplace example.com/mod => ./mod\\n' >go/go.mod
printf 'package main\\n\\nimport (\\n\\t"fmt"\\n\\t"example.com/mod"\\n)\\n\\nfunc main() { fmt.Println(mod.Name) }\\n' >go/main.go
printf 'module example.com/mod\\n\\ngo 1.20\\n' >go/mod/go.mod; printf 'package mod\\n\\nconst Name = "go-works"\\n' >go/mod/mod.go
printf '[package]\\nname = "app"\\nversion = "0.1.0"\\nedition = "2021"\\n' >rust/Cargo.toml; echo 'fn main() { println!("cargo-works") }' >rust/src/main.rs
git add -A; git -c core.hooksPath=/dev/null commit -qm before
find ~ -path "$(dirname "$RUNNER_TEMP")" -prune -o -print | sort >/tmp/home-before
`

const AFTER = `find ~ -path "$(dirname "$RUNNER_TEMP")" -prune -o -print | sort >/tmp/home-after; diff /tmp/home-before /tmp/home-after && echo same; cd "$GITHUB_WORKSPACE"; git log -1 --format='%an <%ae> %s'; git branch --list work`

/** Each with the last line that it prints when it works. */
const WORK: readonly (readonly [string, string, string])[] = [
  ['npm ci and npm test', 'cd node && npm ci --no-audit --no-fund >/dev/null && npm test --silent', 'dep-works'],
  ['a tool of the home folder', 'my-tool', 'tool-of-the-user'],
  [
    'git branch, commit and gc, with the user’s identity',
    'git checkout -qb work && echo more >more && git add more && git commit -qm "More" && git gc -q && git log -1 --format=%an',
    'Ada Lovelace',
  ],
  [
    'pip install --user',
    '/usr/bin/python3 -m pip install --quiet --user --break-system-packages --no-index --no-build-isolation ./python 2>&1 | grep -v WARNING; cd / && /usr/bin/python3 -c "import small"',
    'small-works',
  ],
  [
    'a virtual environment',
    '/usr/bin/python3 -m venv /tmp/env && /tmp/env/bin/python python/main.py && /tmp/env/bin/pip --version >/dev/null && echo venv-works',
    'venv-works',
  ],
  ['go run, with a module', `cd go && GOFLAGS=-mod=mod GOPROXY=off ${programPath('go') ?? 'go'} run .`, 'go-works'],
  ['cargo run', 'cd rust && cargo run --quiet --offline', 'cargo-works'],
  [
    'shared memory and semaphores',
    `/usr/bin/python3 -c "
import multiprocessing as m, os
lock = m.Semaphore(1); lock.acquire(); lock.release()
open('/dev/shm/x', 'w').write('x'); os.unlink('/dev/shm/x'); print('shared-works')"`,
    'shared-works',
  ],
  [
    'a terminal',
    `/usr/bin/python3 -c "import pty; pty.spawn(['/bin/sh', '-c', 'tty'])" && script -qc 'echo terminal-works' /dev/null`,
    'terminal-works',
  ],
  [
    'temporary files, locks and the runner’s folder',
    'flock "$RUNNER_TEMP/lock" true && echo x >"$(mktemp)" && echo x >"$(mktemp -p "$RUNNER_TEMP")" && mkdir -p "$RUNNER_TEMP/a/b" && echo files-work',
    'files-work',
  ],
  ['background processes and signals', 'sleep 30 & kill $! && wait $!; echo "ended $?"', 'ended 143'],
  ['a program in a namespace of its own', 'unshare -Ur id -u', '0'],
]

/** Cargo is root's here; root without capabilities makes no user namespaces, and installs Python's packages no other way. */
function isOf(kind: string, title: string): boolean {
  const isRoot = kind.startsWith('container')
  if (title.startsWith('cargo')) return isRoot
  if (title.startsWith('go ')) return !isRoot
  if (title.includes('namespace')) return kind === 'user'
  return !isRoot || !/^pip|virtual/.test(title)
}

function runnable(title: string): Runnable {
  if (title.startsWith('cargo')) return only('where cargo is installed', hasProgram('cargo'))
  return title.startsWith('go ') ? needing('go') : { test, describe }
}

withMachine('ordinary work', () => {
  describe.each(['hosted', 'user', 'container'] as const)('in the sandbox of %s', (kind) => {
    const work = WORK.filter(([title]) => isOf(kind, title))
    let ran: MachineRunResult
    beforeAll(async () => {
      const path = process.env.PATH ?? ''
      ran = await runOn(kind, {
        inputs: { isolation: 'required' },
        env:
          kind === 'container'
            ? { PATH: `/github/home/.local/bin:${path}`, CARGO_HOME: '/root/.cargo', RUSTUP_HOME: '/root/.rustup' }
            : {},
        ...{ before: BEFORE, after: AFTER },
        commands: work.map(([, command]) => `( ${command}\n) 2>&1`),
      })
    }, 200_000)

    for (const [index, [title, , expected]] of work.entries())
      runnable(title).test(title, () => expect(ran.printed[index]?.trim().split('\n').at(-1)).toBe(expected))

    test('leaves nothing in the home folder, and its commits in the workspace', () => {
      expect(ran.after).toMatch(/^same\nAda Lovelace <ada@example.com> More\n\* work\n$/)
    })
  })
})
