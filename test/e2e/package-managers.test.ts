// Package managers in the agent's network, through its proxy, with registries of the test's own behind TLS.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, expect } from '@jest/globals'

import { NETWORK_PRESETS } from '../../src/inputs/allowed-domains.ts'
import { inMachine } from '../support/machine.ts'
import { hasProgram, needing } from '../support/needs.ts'
import type { NetworkedResult, NetworkedScripts } from '../support/networked.ts'
import { withMachine } from '../support/with-machine.ts'

const NPM = NETWORK_PRESETS.npm?.[0]?.host

const module = new URL('../support/networked.ts', import.meta.url).href

/** Registries as files: a package of npm, a wheel of PyPI, a module of Go, and a repository over "dumb" HTTP. */
const BEFORE = `
export GIT_CONFIG_GLOBAL=/dev/null
mkdir -p /tmp/made && cd /tmp/made
mkdir package && echo '{"name":"left-word","version":"1.0.0","main":"i.js"}' >package/package.json && echo 'module.exports="npm works"' >package/i.js
mkdir -p $WWW/${NPM}/left-word/-/
tar czf $WWW/${NPM}/left-word/-/left-word-1.0.0.tgz package
sum=$(openssl dgst -sha512 -binary $WWW/${NPM}/left-word/-/left-word-1.0.0.tgz | base64 -w0)
echo '{"name":"left-word","dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":{"name":"left-word","version":"1.0.0","dist":{"tarball":"https://${NPM}/left-word/-/left-word-1.0.0.tgz","integrity":"sha512-'$sum'"}}}}' >$WWW/${NPM}/left-word/index.html

mkdir -p $WWW/pypi.org/simple/rightword $WWW/files.pythonhosted.org
/usr/bin/python3 - "$WWW/files.pythonhosted.org/rightword-1.0-py3-none-any.whl" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as wheel:
    wheel.writestr('rightword.py', 'word = "pip works"\\n')
    info = 'rightword-1.0.dist-info/'
    wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: rightword\\nVersion: 1.0\\n')
    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(info + 'RECORD', 'rightword.py,,\\n' + info + 'METADATA,,\\n' + info + 'WHEEL,,\\n' + info + 'RECORD,,\\n')
PYTHON
echo '<a href="https://files.pythonhosted.org/rightword-1.0-py3-none-any.whl">rightword-1.0-py3-none-any.whl</a>' >$WWW/pypi.org/simple/rightword/index.html

at=$WWW/proxy.golang.org/word.test/word/@v
mkdir -p $at
echo v1.0.0 >$at/list
echo '{"Version":"v1.0.0","Time":"2026-01-01T00:00:00Z"}' >$at/v1.0.0.info
printf 'module word.test/word\\n\\ngo 1.20\\n' >$at/v1.0.0.mod
/usr/bin/python3 - "$at" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1] + '/v1.0.0.zip', 'w') as module:
    module.writestr('word.test/word@v1.0.0/go.mod', open(sys.argv[1] + '/v1.0.0.mod').read())
    module.writestr('word.test/word@v1.0.0/word.go', 'package word\\n\\nconst Word = "go works"\\n')
PYTHON

git init -q -b main source && cd source && echo 'git works' >word && git add word && git -c user.name=x -c user.email=x@x commit -qm x
mkdir -p $WWW/github.com/owner
git clone -q --bare . $WWW/github.com/owner/word.git && git -C $WWW/github.com/owner/word.git update-server-info
`

/** Where a program is found here, which the machine sees as it is. */
const folderOf = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).find((folder) => existsSync(join(folder, name))) ?? '/usr/bin'

const PROGRAMS = {
  npm: `mkdir n && cd n && echo '{"dependencies":{"left-word":"1.0.0"}}' >package.json && npm install --no-audit --no-fund --cafile=$CA >/dev/null && rm -r node_modules && npm ci --no-audit --no-fund --cafile=$CA >/dev/null && node -p 'require("left-word")'`,
  pip: `/usr/bin/python3 -m pip install -q --cert $CA --disable-pip-version-check --break-system-packages --target p rightword 2>/dev/null; PYTHONPATH=p /usr/bin/python3 -c 'import rightword; print(rightword.word)'`,
  go: `PATH=$PATH:${folderOf('go')}; mkdir g && cd g && export HOME=$PWD GOPATH=$PWD/path GOFLAGS=-modcacherw GONOSUMDB=* GONOSUMCHECK=1 GOTOOLCHAIN=local && printf 'module x\\n\\ngo 1.20\\n\\nrequire word.test/word v1.0.0\\n' >go.mod && printf 'package main\\n\\nimport "word.test/word"\\n\\nfunc main() { println(word.Word) }\\n' >main.go && GOFLAGS=-mod=mod go run .`,
  git: 'git clone -q https://github.com/owner/word.git w && cat w/word',
} as const

withMachine('in the agent’s network', () => {
  let result: NetworkedResult
  beforeAll(async () => {
    const argument: NetworkedScripts = {
      allowed: 'npm, pypi, go, github',
      scripts: PROGRAMS,
      before: BEFORE,
    }
    result = await inMachine('hosted', { module, name: 'networked', argument, limitMs: 200_000 })
  }, 240_000)

  for (const name of ['npm', 'pip', 'go', 'git'] as const) {
    needing(name, name === 'pip' || hasProgram(name)).test(
      `${name} takes what it needs from the hosts of its preset`,
      () => {
        // Some say before what they download.
        expect({ printed: result.printed[name]?.trim().split('\n').at(-1), log: result.log }).toMatchObject({
          printed: `${name} works`,
        })
      },
    )
  }
})
