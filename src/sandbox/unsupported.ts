import { blocksOf, Failure, shell, yaml, type Fix } from '../errors.ts'

/** A way in that did not work, and what was said of it. */
export interface Refusal {
  readonly way: 'root' | 'user' | 'sudo'
  readonly words: string
}

/** Why there is no sandbox here, and what to do about it. */
export function unsupported(
  refusals: readonly Refusal[],
  platform: string,
  { hasNetwork = false } = {},
): { why: string; fix: Fix } {
  if (platform !== 'linux')
    return {
      why: 'the sandbox is for Linux only.',
      fix: ['Run the job on a Linux runner, such as:', yaml('runs-on: ubuntu-24.04')],
    }
  if (refusals.length === 0) return { why: 'bash is not on this runner.', fix: 'Install bash and util-linux.' }
  const tried = refusals.map(({ way, words }) => `${WAYS[way]}: "${words.split('\n').slice(-3).join(' ')}"`)
  const why = `the sandbox cannot be made on this runner (${tried.join('; ')}).`
  return { why, fix: refusals.some(({ way }) => way === 'root') ? inContainer(hasNetwork) : AS_USER }
}

/** What the agent may reach is bounded, and there is no sandbox that could bound it. */
export function networkUnbounded(refusals: readonly Refusal[], platform: string): Failure {
  const { why, fix } = unsupported(refusals, platform, { hasNetwork: true })
  return new Failure('platform-unsupported', {
    message: `What the agent may reach is bounded (allowed-domains), which takes a sandbox, but ${why}`,
    fix: [...blocksOf(fix), 'Or let the agent have the whole network:', yaml(`with:\n  allowed-domains: '*'`)],
  })
}

const WAYS = { root: 'as root', user: 'as this user', sudo: 'by sudo -n' } as const

const inContainer = (hasNetwork: boolean): Fix => [
  'The job runs as root in a container that may not mount anything. Run it without `container:`, or let the container make namespaces:',
  yaml(`container:
  image: node:24
  options: --cap-add SYS_ADMIN${hasNetwork ? ' --cap-add NET_ADMIN' : ''} --security-opt seccomp=unconfined --security-opt apparmor=unconfined`),
]

const AS_USER: Fix = [
  'It takes util-linux, and either `sudo` without a password for the runner’s user, as hosted runners have it, or user namespaces. For these, once, on the runner:',
  shell(`sudo sysctl -w user.max_user_namespaces=15000
sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`),
]
