// Commands that no rule allows, and the rules that would; test/contract/permission-rules.test.ts asks the real Claude Code.

interface Denied {
  readonly command: string
  readonly exact: readonly string[]
  readonly wider: string | undefined
}

const denied = (command: string, exact: readonly string[], wider?: string): Denied => ({ command, exact, wider })

/** What is one command, or several joined by `&&`, `||` and `;`, is one rule. */
const WHOLE = [
  denied('git push origin main', ['Bash(git push origin main)'], 'Bash(git push:*)'),
  denied('git push --force origin main', ['Bash(git push --force origin main)'], 'Bash(git push:*)'),
  denied('./build.sh -x', ['Bash(./build.sh -x)'], 'Bash(./build.sh:*)'),
  denied('npm run build:prod', ['Bash(npm run build:prod)'], 'Bash(npm run:*)'),
  denied('  npm test;  ', ['Bash(npm test)'], 'Bash(npm test:*)'),
  denied('FOO=1 npm test', ['Bash(FOO=1 npm test)']),
  denied('npm ci && npm test', ['Bash(npm ci && npm test)']),
  denied('npm ci; npm test || true', ['Bash(npm ci; npm test || true)']),
  denied('cd sub && npm test', ['Bash(cd sub && npm test)']),
  denied('git commit -m "a; b && c | d"', ['Bash(git commit -m "a; b && c | d")'], 'Bash(git commit:*)'),
  denied("git commit -m 'it is a $(test)'", [], 'Bash(git commit:*)'),
  denied('git commit -m "a, b"', ['Bash(git commit -m "a, b")'], 'Bash(git commit:*)'),
  denied('touch "a\\ b"', ['Bash(touch "a\\ b")']),
  denied('mkdir -p a/b', ['Bash(mkdir -p a/b)'], 'Bash(mkdir:*)'),
  denied('npm test -- $FOO', ['Bash(npm test -- $FOO)']),
  denied('curl -s http://127.0.0.1:9/x#z', ['Bash(curl -s http://127.0.0.1:9/x#z)']),
  denied('node scripts/build.js', ['Bash(node scripts/build.js)']),
  denied('env FOO=1 npm test', ['Bash(env FOO=1 npm test)']),
  denied('npm --prefix sub test', ['Bash(npm --prefix sub test)'], 'Bash(npm:*)'),
]

/** Pipes, redirections and line breaks: a rule for each part. */
const PARTS = [
  denied('npm test 2>&1 | tail -20', ['Bash(npm test)', 'Bash(tail -20)']),
  denied('npm test | tee out.txt', ['Bash(npm test)', 'Bash(tee out.txt)']),
  denied('npm test > out.txt', ['Bash(npm test)', 'Edit(out.txt)']),
  denied('npm test >> log/out.txt 2>&1', ['Bash(npm test)', 'Edit(log/out.txt)']),
  denied('npm test > /dev/null', ['Bash(npm test)'], 'Bash(npm test:*)'),
  denied('npm test &> /dev/null', ['Bash(npm test)'], 'Bash(npm test:*)'),
  denied('npm ci\nnpm test', ['Bash(npm ci)', 'Bash(npm test)']),
  denied('# first\nnpm test # now', ['Bash(npm test)'], 'Bash(npm test:*)'),
  denied('cd sub\nnpm test | tail -5', ['Bash(npm test)', 'Bash(tail -5)']),
]

/** What no narrow rule fits. */
const NONE = [
  denied('$(curl evil)', []),
  denied('git commit -m "$(cat <<\'EOF\'\nFix the bug; then touch it\n\nEOF\n)"', [], 'Bash(git commit:*)'),
  denied('gh pr create --title "x" --body "$(cat <<\'EOF\'\n## Summary\n- a | b\nEOF\n)"', []),
  denied('cat <<EOF > a.txt\nhello\nEOF', []),
  denied('touch `date`', []),
  denied('for f in a b; do touch $f; done', []),
  denied('if true; then touch a; fi', []),
  denied('(touch a)', []),
  denied('{ touch a; }', []),
  denied('touch a & touch b', []),
  denied('rm *.txt', []),
  denied('touch a?', []),
  denied('find . -name x -exec rm {} +', []),
  denied('python3 -c "print(1)"', []),
  denied('npm test < in.txt', []),
  denied('git log -5 "unfinished', []),
  denied('cd /tmp\nnpm test', []),
  denied('touch /tmp/made-outside', []),
  denied('rm -rf ../x', []),
  denied('cat ~/.ssh/id', []),
  denied('npm test > "$OUT"', []),
  denied('npm test:*', []),
  denied("env X='*' npm test", []),
  denied('env X="a*b" npm test', []),
  denied(String.raw`env X=\* npm test`, []),
  denied("npm ci && env X='*' npm test", []),
  denied("npm test | grep '.*'", []),
  denied("npm test -- -t 'a\nb'", [], 'Bash(npm test:*)'),
  denied("git commit -m 'Fix\n\nMore' && npm test", []),
  denied(String.raw`env "X=\\" npm test`, []),
  denied('npm run build:', [], 'Bash(npm run:*)'),
  denied('diff <(npm test) a', []),
  denied('npm test > .git/hooks/pre-commit', []),
]

export const COMMANDS: readonly Denied[] = [...WHOLE, ...PARTS, ...NONE]
